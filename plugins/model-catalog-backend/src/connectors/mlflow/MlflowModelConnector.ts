import {
  OutboundHttp,
  readAddress,
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
import { ReadRows } from '../http/readRows';
import { readVerifyEvent } from '../http/webhooks';
import { groupByName } from './groupByName';
import { MlflowApi } from './MlflowApi';
import { ModelVersion, RegisteredModel } from './schemas';
import {
  identify,
  isPrompt,
  loggedModelOf,
  MlflowPlaces,
  toSourceModel,
} from './toSourceModel';
import { toWholeVersion } from './toWholeVersion';
import { verifyMlflowEvent } from './verifyMlflowEvent';

/** Versions after which a page is handed over. */
const versionsPerPage = 1000;
const modelsPerPage = 200;

interface Found {
  model: RegisteredModel;
  nativeId: string;
}

/**
 * Reads an MLflow server in two listings, models and versions: neither has a time
 * that moves with every change. Metrics, params and datasets are read of new
 * versions only.
 */
export class MlflowModelConnector implements ModelConnector {
  private constructor(
    private readonly api: MlflowApi,
    private readonly places: MlflowPlaces,
    private readonly accepts: (title: string) => boolean,
    readonly verifyEvent: ModelConnector['verifyEvent'],
  ) {}

  /** @throws InputError naming the key that is wrong */
  static fromConfig(context: ModelConnectorContext): MlflowModelConnector {
    const { config, configKey: key } = context;
    const http = readHttpOptions(context, {
      concurrency: 2,
      // Basic auth hashes the password for each request, for seconds.
      requestTimeoutMs: 120_000,
    });
    const workspace = config.getOptionalString('workspace');
    const headers = {
      ...http.headers,
      ...(workspace !== undefined && { 'x-mlflow-workspace': workspace }),
    };
    const sizes = {
      models: readCount(config, 'pageSize.models', {
        key,
        fallback: 1000,
        most: 1000,
      }),
      versions: readCount(config, 'pageSize.versions', {
        key,
        fallback: 10_000,
        most: 200_000,
      }),
    };
    const api = new MlflowApi(new OutboundHttp({ ...http, headers }), {
      sizes,
      workspace,
    });
    const uiUrl = readAddress(config, 'uiUrl', { key, fallback: http.baseUrl });
    const places: MlflowPlaces = {
      uiUrl: uiUrl.replace(/\/+$/, ''),
      workspace,
      digestTag: config.getOptionalString('digestTag') ?? 'modelyard.io/digest',
    };
    return new MlflowModelConnector(
      api,
      places,
      context.accepts,
      readVerifyEvent(context, verifyMlflowEvent),
    );
  }

  async *listModels({ signal }: ListModelsOptions): AsyncGenerator<SourcePage> {
    const problems: SourceProblem[] = [];
    const waiting = await this.findModels(problems, signal);
    const rows = itemsOf(this.api.listVersions(signal), problems);
    let models: SourceModel[] = [];
    let count = 0;
    for await (const group of groupByName(rows)) {
      const found = waiting.get(group.name);
      // Not among the models: made since they were listed, or left out on purpose.
      if (!found) continue;
      waiting.delete(group.name);
      models.push(this.toModel(found, group.versions));
      count += group.versions.length;
      if (count < versionsPerPage && models.length < modelsPerPage) continue;
      yield { models, problems: problems.splice(0) };
      [models, count] = [[], 0];
    }
    for (const found of waiting.values()) models.push(this.toModel(found, []));
    yield { models, problems: problems.splice(0) };
  }

  async readVersions(
    heads: SourceVersion[],
    { signal }: { signal: AbortSignal },
  ) {
    const runIds = unique(heads.map(head => head.run?.id)).filter(isSafeId);
    const loggedIds = unique(heads.map(loggedModelOf));
    const isNeeded = runIds.length + loggedIds.length > 0;
    const experiments = isNeeded ? await this.api.listExperiments(signal) : [];
    const runs = await this.api.findRuns(runIds, experiments, signal);
    const logged = await this.api.findLoggedModels(
      loggedIds,
      experiments,
      signal,
    );
    const versions = heads.map(head =>
      toWholeVersion(head, {
        run: runs.get(head.run?.id ?? ''),
        logged: logged.get(loggedModelOf(head) ?? ''),
        uiUrl: this.places.uiUrl,
      }),
    );
    return { versions, problems: [] };
  }

  private async findModels(
    problems: SourceProblem[],
    signal: AbortSignal,
  ): Promise<Map<string, Found>> {
    // By name: a write between two pages may show a model twice.
    const all = new Map<string, RegisteredModel>();
    for await (const page of itemsOf(this.api.listModels(signal), problems))
      for (const model of page) all.set(model.name, model);
    const ids = identify([...all.values()], this.places.workspace);
    return new Map(
      [...all.values()]
        .filter(model => !isPrompt(model) && this.accepts(model.name))
        .map(model => [
          model.name,
          { model, nativeId: ids.get(model.name) ?? model.name },
        ]),
    );
  }

  private toModel(found: Found, versions: ModelVersion[]): SourceModel {
    const { model, nativeId } = found;
    return toSourceModel(model, versions, { nativeId, places: this.places });
  }
}

/** What could be read of each page; the rest is added to the problems. */
async function* itemsOf<T>(
  pages: AsyncIterable<ReadRows<T>>,
  problems: SourceProblem[],
): AsyncGenerator<T[]> {
  for await (const page of pages) {
    problems.push(...page.problems);
    yield page.items;
  }
}

function unique(ids: (string | undefined)[]): string[] {
  return [...new Set(ids.filter(id => id !== undefined))];
}

/** What stands in a filter between quotes must not end them. */
function isSafeId(id: string): boolean {
  return /^[\w-]+$/.test(id);
}
