import {
  modelPath,
  PluginApiClient,
  PluginApiClientOptions,
  PluginApiRequestOptions,
} from '@modelyard/plugin-model-catalog-common';
import { paths } from '../schema/openapi.generated';
import {
  CostSummaryQuery,
  ListModelCostsQuery,
  ModelCostApi,
  ModelCostQuery,
  ShowbackQuery,
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

  getSummary(query: CostSummaryQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/summary', { params: { query } }), options);
  }

  getShowback(query: ShowbackQuery, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/showback', { params: { query }, parseAs: 'text' }),
      options,
    );
  }

  listSources(options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/sources'), options);
  }
}
