import {
  OutboundCall,
  OutboundError,
  OutboundHttp,
} from '@modelyard/outbound-http';
import { ZodType } from 'zod';
import { followTokens } from '../http/followTokens';
import { ReadRows, readRows } from '../http/readRows';
import {
  answers,
  Listing,
  LoggedModel,
  modelVersion,
  ModelVersion,
  registeredModel,
  RegisteredModel,
  Run,
} from './schemas';

/** Rows that are asked for at once. */
export interface MlflowPageSizes {
  models: number;
  versions: number;
}

/** Ids that go into one filter. */
const idsPerSearch = 200;
const experimentsPerPage = 1000;

interface Search<T> {
  schema: ZodType<Listing<T>>;
  callOf: (token: string | undefined) => OutboundCall;
}

/** Options of {@link MlflowApi}. */
export interface MlflowApiOptions {
  sizes: MlflowPageSizes;
  /** The one that is asked for; absent on a server without workspaces. */
  workspace?: string;
}

/** What MLflow may mean by a status, beside what any server does. */
function meaningOf(
  status: number | undefined,
  { workspace }: MlflowApiOptions,
): string | undefined {
  // What a host check refuses looks like a missing right.
  if (status === 403)
    return 'if the server checks host names, name this one in its --allowed-hosts';
  if (workspace === undefined) return undefined;
  if (status === 404)
    return `if the server has no workspace "${workspace}", mend the workspace of the source`;
  return status !== undefined && status >= 500
    ? 'if the server runs without --enable-workspaces, remove the workspace of the source'
    : undefined;
}

function explain(error: unknown, options: MlflowApiOptions): unknown {
  if (!(error instanceof OutboundError)) return error;
  const { kind, message, status } = error;
  const meaning = meaningOf(status, options);
  if (meaning === undefined) return error;
  return new OutboundError(kind, `${message}; ${meaning}`, {
    status,
    cause: error,
  });
}

/** The part of MLflow's REST API that is read. */
export class MlflowApi {
  constructor(
    private readonly http: OutboundHttp,
    private readonly options: MlflowApiOptions,
  ) {}

  /** Every registered model, by name; prompts may be among them on old servers. */
  listModels(signal: AbortSignal): AsyncGenerator<ReadRows<RegisteredModel>> {
    return this.rows(registeredModel, {
      schema: answers.models,
      callOf: token => ({
        path: 'api/2.0/mlflow/registered-models/search',
        query: {
          max_results: this.options.sizes.models,
          order_by: 'name ASC',
          page_token: token,
        },
        signal,
      }),
    });
  }

  /** Every version of every model, by name and number. */
  listVersions(signal: AbortSignal): AsyncGenerator<ReadRows<ModelVersion>> {
    return this.rows(modelVersion, {
      schema: answers.versions,
      callOf: token => ({
        path: 'api/2.0/mlflow/model-versions/search',
        query: {
          max_results: this.options.sizes.versions,
          // The default order is that of the last change: rows would wander
          // between pages.
          order_by: ['name ASC', 'version_number ASC'],
          page_token: token,
        },
        signal,
      }),
    });
  }

  /** Ids of all experiments; searches for runs demand them. */
  async listExperiments(signal: AbortSignal): Promise<string[]> {
    const pages = this.pages({
      schema: answers.experiments,
      callOf: token => ({
        path: 'api/2.0/mlflow/experiments/search',
        method: 'POST',
        json: {
          max_results: experimentsPerPage,
          view_type: 'ALL',
          page_token: token,
        },
        signal,
      }),
    });
    const ids: string[] = [];
    for await (const page of pages)
      ids.push(...page.map(experiment => experiment.experiment_id));
    return ids;
  }

  /** These runs, the deleted ones too, by id. */
  async findRuns(
    ids: string[],
    experiments: string[],
    signal: AbortSignal,
  ): Promise<Map<string, Run>> {
    const found = await this.search(ids, some => ({
      schema: answers.runs,
      callOf: token => ({
        path: 'api/2.0/mlflow/runs/search',
        method: 'POST',
        json: {
          experiment_ids: experiments,
          filter: `attributes.run_id IN (${quoted(some)})`,
          run_view_type: 'ALL',
          max_results: idsPerSearch,
          page_token: token,
        },
        signal,
      }),
    }));
    return new Map(found.map(run => [run.info.run_id, run]));
  }

  /** These logged models, by id; none on a server before MLflow 3. */
  async findLoggedModels(
    ids: string[],
    experiments: string[],
    signal: AbortSignal,
  ): Promise<Map<string, LoggedModel>> {
    const found = await this.search(ids, some => ({
      schema: answers.loggedModels,
      callOf: token => ({
        path: 'api/2.0/mlflow/logged-models/search',
        method: 'POST',
        json: {
          experiment_ids: experiments,
          filter: `model_id IN (${quoted(some)})`,
          max_results: 50,
          page_token: token,
        },
        signal,
      }),
    })).catch(error => {
      if (error instanceof OutboundError && error.kind === 'not-found')
        return [];
      throw error;
    });
    return new Map(found.map(model => [model.info.model_id, model]));
  }

  private async search<T>(
    ids: string[],
    searchOf: (some: string[]) => Search<T>,
  ): Promise<T[]> {
    const found: T[] = [];
    for (let start = 0; start < ids.length; start += idsPerSearch) {
      const some = ids.slice(start, start + idsPerSearch);
      for await (const page of this.pages(searchOf(some))) found.push(...page);
    }
    return found;
  }

  private async *rows<T>(
    schema: ZodType<T>,
    search: Search<unknown>,
  ): AsyncGenerator<ReadRows<T>> {
    for await (const rows of this.pages(search))
      yield readRows(rows, schema, 'MLflow');
  }

  private async *pages<T>({ schema, callOf }: Search<T>): AsyncGenerator<T[]> {
    const pages = followTokens(this.http, {
      schema,
      callOf,
      tokenOf: page => page.token,
    });
    try {
      for await (const page of pages) yield page.items;
    } catch (error) {
      throw explain(error, this.options);
    }
  }
}

/** Ids that are letters, digits, `-` and `_`; others belong to no run or model. */
function quoted(ids: string[]): string {
  return ids.map(id => `'${id}'`).join(',');
}
