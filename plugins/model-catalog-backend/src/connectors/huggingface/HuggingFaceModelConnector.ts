import {
  OutboundError,
  OutboundHttp,
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
import { InvalidItem } from '../../domain/InvalidItem';
import { followLinks } from '../http/followLinks';
import { readRows } from '../http/readRows';
import { readVerifyEvent } from '../http/webhooks';
import { listUnchanged, mostListed } from './listUnchanged';
import { readSelection, Selection } from './readSelection';
import { hubModel, hubModels, hubTree } from './schemas';
import { explainRefusal, toProblem } from './toProblem';
import {
  toArtifacts,
  toMark,
  toNativeId,
  toSourceModel,
  withoutFrontMatter,
} from './toSourceModel';
import { verifyHubEvent } from './verifyHubEvent';

/** Models that are asked for one by one before their page is stored. */
const mostNamed = 100;
const mostFiles = 1500;
const expanded = [
  'sha',
  'lastModified',
  'createdAt',
  'private',
  'gated',
  'disabled',
  'tags',
  'pipeline_tag',
  'library_name',
  'cardData',
];

function encodePath(id: string): string {
  return id.split('/').map(encodeURIComponent).join('/');
}

/** Reads models of the Hugging Face Hub, each at the commit that `main` points to. */
export class HuggingFaceModelConnector implements ModelConnector {
  private constructor(
    private readonly http: OutboundHttp,
    private readonly selection: Selection,
    private readonly context: { webUrl: string } & Pick<
      ModelConnectorContext,
      'accepts'
    >,
    readonly verifyEvent: ModelConnector['verifyEvent'],
  ) {}

  /** @throws InputError naming the key that is wrong */
  static fromConfig(context: ModelConnectorContext): HuggingFaceModelConnector {
    const options = readHttpOptions(context, {
      baseUrl: 'https://huggingface.co',
    });
    return new HuggingFaceModelConnector(
      new OutboundHttp(options),
      readSelection(context),
      {
        webUrl: options.baseUrl.replace(/\/+$/, ''),
        accepts: context.accepts,
      },
      readVerifyEvent(context, verifyHubEvent),
    );
  }

  async *listModels(options: ListModelsOptions): AsyncGenerator<SourcePage> {
    yield* this.listNamed(options);
    const { organization } = this.selection;
    if (organization === undefined) return;
    const pages = followLinks(
      this.http,
      {
        path: 'api/models',
        query: { author: organization, limit: mostListed, expand: expanded },
        signal: options.signal,
      },
      hubModels,
    );
    for await (const rows of pages) yield this.toPage(rows, options);
  }

  async readVersions(
    heads: SourceVersion[],
    { signal }: { signal: AbortSignal },
  ) {
    const problems: SourceProblem[] = [];
    const read = await Promise.all(
      heads.map(head =>
        this.readVersion(head, signal).catch((error: unknown) => {
          problems.push(toProblem(placeOf(head).id, error));
          return undefined;
        }),
      ),
    );
    return {
      versions: read.filter(version => version !== undefined),
      problems,
    };
  }

  private async *listNamed(
    options: ListModelsOptions,
  ): AsyncGenerator<SourcePage> {
    const { models, organization } = this.selection;
    const named = new Set(models.filter(this.context.accepts));
    const known = options.known.filter(({ location }) => named.has(location));
    const unchanged = new Set<string>();
    for await (const ids of listUnchanged(this.http, known, options.signal)) {
      ids.forEach(id => unchanged.add(id));
      yield { models: [], unchanged: ids, problems: [] };
    }
    for (const { nativeId, location } of known)
      if (unchanged.has(nativeId)) named.delete(location);
    const left = [...named];
    const refused: OutboundError[] = [];
    for (let start = 0; start < left.length; start += mostNamed) {
      const ids = left.slice(start, start + mostNamed);
      const page = await this.readNamed(ids, { ...options, refused });
      // The Hub answers 401 for one model that may not be read, or is none. When
      // it does for all, the token has expired: that is no read of nothing. Of an
      // organisation its list says so by itself.
      if (
        refused.length === left.length &&
        unchanged.size === 0 &&
        organization === undefined
      )
        throw explainRefusal(refused);
      yield page;
    }
  }

  /** Reads models one by one; one that is gone or closed does not stop the others. */
  private async readNamed(
    ids: string[],
    options: ListModelsOptions & { refused: OutboundError[] },
  ): Promise<SourcePage> {
    const problems: SourceProblem[] = [];
    const rows = await Promise.all(
      ids.map(id =>
        this.http
          .json(
            {
              path: `api/models/${encodePath(id)}`,
              query: { expand: expanded },
              signal: options.signal,
            },
            hubModel,
          )
          .then(({ value }) => value)
          .catch((error: unknown) => {
            problems.push(toProblem(id, error));
            if (error instanceof OutboundError && error.kind === 'unauthorized')
              options.refused.push(error);
            return undefined;
          }),
      ),
    );
    const page = this.toPage(
      rows.filter(row => row !== undefined),
      options,
    );
    return { ...page, problems: [...problems, ...page.problems] };
  }

  private toPage(rows: unknown[], { known }: ListModelsOptions): SourcePage {
    const marks = new Map(known.map(model => [model.nativeId, model.mark]));
    const { items, problems } = readRows(rows, hubModel, 'the Hub');
    const page = {
      models: [] as SourceModel[],
      unchanged: [] as string[],
      problems,
    };
    for (const item of items) {
      const nativeId = toNativeId(item);
      if (marks.get(nativeId) === toMark(item)) page.unchanged.push(nativeId);
      else if (this.context.accepts(item.id))
        page.models.push(toSourceModel(item, this.context.webUrl));
    }
    return page;
  }

  private async readVersion(
    head: SourceVersion,
    signal: AbortSignal,
  ): Promise<SourceVersion> {
    const { id, sha } = placeOf(head);
    const pages = followLinks(
      this.http,
      {
        path: `api/models/${encodePath(id)}/tree/${sha}`,
        query: { recursive: 'true', expand: 'true' },
        signal,
      },
      hubTree,
    );
    const files = [];
    for await (const some of pages) {
      files.push(...some);
      if (files.length > mostFiles)
        throw new InvalidItem(
          `has more than ${mostFiles} files; leave it out with exclude`,
        );
    }
    const card = files.some(file => file.path === 'README.md')
      ? await this.readCard(id, sha, signal)
      : undefined;
    return {
      ...head,
      extent: 'whole',
      artifacts: toArtifacts(files, { id, sha }),
      card,
    };
  }

  private async readCard(
    id: string,
    sha: string,
    signal: AbortSignal,
  ): Promise<string> {
    const { body } = await this.http.send({
      path: `${encodePath(id)}/raw/${sha}/README.md`,
      signal,
    });
    return withoutFrontMatter(body.toString('utf8'));
  }
}

function placeOf(head: SourceVersion): { id: string; sha: string } {
  const [, id = '', sha = ''] = /^hf:\/\/(.*)@(.*)$/.exec(head.uri ?? '') ?? [];
  return { id, sha };
}
