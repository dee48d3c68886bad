import {
  modelPath,
  PluginApiClient,
  PluginApiClientOptions,
  PluginApiRequestOptions,
} from '@modelyard/plugin-model-catalog-common';
import { paths } from '../schema/openapi.generated';
import {
  BackfillRequest,
  CostSummaryQuery,
  ListModelCostsQuery,
  ListUnlabelledQuery,
  ModelCostApi,
  ModelCostQuery,
  ShowbackQuery,
  UnitCostsQuery,
} from './ModelCostApi';

/**
 * {@link ModelCostApi} over HTTP.
 *
 * @public
 */
export class ModelCostClient
  extends PluginApiClient<paths>
  implements ModelCostApi
{
  static create(options: PluginApiClientOptions): ModelCostClient {
    return new ModelCostClient('model-cost', options);
  }

  getModelCost(
    ref: string,
    query: ModelCostQuery,
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/cost', { params: { path, query } }),
      options,
    );
  }

  getModelCostCsv(
    ref: string,
    query: ModelCostQuery,
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    const { from, to, groupBy } = query;
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/cost.csv', {
          params: { path, query: { from, to, groupBy } },
          parseAs: 'text',
        }),
      options,
    );
  }

  listModelCosts(
    query: ListModelCostsQuery,
    options?: PluginApiRequestOptions,
  ) {
    return this.call(c => c.GET('/models', { params: { query } }), options);
  }

  getUnitCosts(
    ref: string,
    query: UnitCostsQuery,
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/unit-costs', {
          params: { path, query },
        }),
      options,
    );
  }

  getSummary(query: CostSummaryQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/summary', { params: { query } }), options);
  }

  getShowback(query: ShowbackQuery, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/showback', { params: { query }, parseAs: 'text' }),
      options,
    );
  }

  listUnlabelled(
    query: ListUnlabelledQuery,
    options?: PluginApiRequestOptions,
  ) {
    return this.call(c => c.GET('/unlabelled', { params: { query } }), options);
  }

  listSources(options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/sources'), options);
  }

  backfillSource(
    id: string,
    request: BackfillRequest,
    options?: PluginApiRequestOptions,
  ) {
    return this.call(
      c =>
        c.POST('/sources/{id}/backfill', {
          params: { path: { id } },
          body: request,
        }),
      options,
    );
  }

  listBackfills(id: string, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/sources/{id}/backfills', { params: { path: { id } } }),
      options,
    );
  }

  getBackfill(id: string, runId: string, options?: PluginApiRequestOptions) {
    return this.call(
      c =>
        c.GET('/sources/{id}/backfills/{runId}', {
          params: { path: { id, runId } },
        }),
      options,
    );
  }

  stopBackfill(id: string, runId: string, options?: PluginApiRequestOptions) {
    return this.call(
      c =>
        c.POST('/sources/{id}/backfills/{runId}/stop', {
          params: { path: { id, runId } },
        }),
      options,
    );
  }
}
