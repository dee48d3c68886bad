import {
  OutboundError,
  OutboundHttp,
  readCount,
  readHttpOptions,
} from '@modelyard/outbound-http';
import {
  ListModelsOptions,
  ModelConnector,
  ModelConnectorContext,
  SourceModel,
  SourcePage,
  SourceProblem,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { ZodType } from 'zod';
import { InvalidItem } from '../../domain/InvalidItem';
import { followTokens } from '../http/followTokens';
import { ReadRows, readRows } from '../http/readRows';
import {
  answer,
  artifact,
  modelVersion,
  registeredModel,
  RegisteredModel,
} from './schemas';
import { toHead, toSourceModel, toWholeVersion } from './toSourceModel';

const root = 'api/model_registry/v1alpha3';
const registry = 'the registry';

/** Reads a Kubeflow Model Registry: its models, their versions and artifacts. */
export class KubeflowModelConnector implements ModelConnector {
  private constructor(
    private readonly http: OutboundHttp,
    private readonly pageSize: number,
    private readonly accepts: (title: string) => boolean,
  ) {}

  /** @throws InputError naming the key that is wrong */
  static fromConfig(context: ModelConnectorContext): KubeflowModelConnector {
    const { config, configKey: key } = context;
    return new KubeflowModelConnector(
      new OutboundHttp(readHttpOptions(context)),
      readCount(config, 'pageSize.models', { key, fallback: 100, most: 1000 }),
      context.accepts,
    );
  }

  async *listModels(options: ListModelsOptions): AsyncGenerator<SourcePage> {
    const { cursor, signal } = options;
    const path = `${root}/registered_models`;
    const pages = this.pages(path, { token: cursor, signal });
    for await (const { items: rows, nextPageToken } of pages) {
      const { items, problems } = readRows(rows, registeredModel, registry);
      const models = await Promise.all(
        items
          .filter(model => this.accepts(model.name))
          .map(model => this.readModel(model, { signal, problems })),
      );
      yield {
        models: models.filter(model => model !== undefined),
        problems,
        cursor: nextPageToken || undefined,
      };
    }
  }

  async readVersions(
    heads: SourceVersion[],
    { signal }: { signal: AbortSignal },
  ) {
    const problems: SourceProblem[] = [];
    const read = await Promise.all(
      heads.map(head =>
        this.all(
          `${root}/model_versions/${encodeURIComponent(head.nativeId)}/artifacts`,
          artifact,
          signal,
        )
          .then(({ items, problems: some }) => {
            problems.push(...some.map(p => ({ ...p, file: nameOf(head) })));
            // A part of a version would be taken for all of it.
            return some.length > 0 ? undefined : toWholeVersion(head, items);
          })
          .catch((error: unknown) => {
            problems.push(toProblem(nameOf(head), error));
            return undefined;
          }),
      ),
    );
    return {
      versions: read.filter(version => version !== undefined),
      problems,
    };
  }

  private async readModel(
    model: RegisteredModel,
    context: { signal: AbortSignal; problems: SourceProblem[] },
  ): Promise<SourceModel | undefined> {
    const path = `${root}/registered_models/${encodeURIComponent(model.id)}/versions`;
    try {
      const { items, problems } = await this.all(
        path,
        modelVersion,
        context.signal,
      );
      const file = model.name;
      context.problems.push(...problems.map(p => ({ ...p, file })));
      return toSourceModel(model, items.map(toHead));
    } catch (error) {
      context.problems.push(toProblem(model.name, error));
      return undefined;
    }
  }

  private async all<T>(
    path: string,
    schema: ZodType<T>,
    signal: AbortSignal,
  ): Promise<ReadRows<T>> {
    const rows: unknown[] = [];
    for await (const page of this.pages(path, { signal }))
      rows.push(...page.items);
    return readRows(rows, schema, registry);
  }

  /** Without `pageSize` the registry gives no token, and one page only. */
  private pages(
    path: string,
    options: { token?: string; signal: AbortSignal },
  ) {
    return followTokens(this.http, {
      schema: answer,
      start: options.token,
      tokenOf: page => page.nextPageToken,
      callOf: token => ({
        path,
        query: {
          pageSize: this.pageSize,
          orderBy: 'ID',
          sortOrder: 'ASC',
          nextPageToken: token,
        },
        signal: options.signal,
      }),
    });
  }
}

function nameOf(head: SourceVersion): string {
  return `version ${head.version}`;
}

/** What concerns one model only; anything else ends the read. */
function toProblem(name: string, error: unknown): SourceProblem {
  if (error instanceof InvalidItem)
    return { file: name, field: error.field, message: error.message };
  if (error instanceof OutboundError && error.kind === 'not-found')
    return {
      file: name,
      message: 'vanished while it was read; the next run looks again',
    };
  throw error;
}
