import {
  PluginApiClient,
  PluginApiClientOptions,
  PluginApiRequestOptions,
} from '@modelyard/plugin-model-catalog-common';
import { paths } from '../schema/openapi.generated';
import { PlanMode } from '../plan/types';
import { DeliveryApi, ListServicesQuery, ServiceRequest } from './DeliveryApi';

/**
 * {@link DeliveryApi} over HTTP.
 *
 * @public
 */
export class DeliveryClient
  extends PluginApiClient<paths>
  implements DeliveryApi
{
  static create(options: PluginApiClientOptions): DeliveryClient {
    return new DeliveryClient('model-delivery', options);
  }

  createPlan(
    input: ServiceRequest,
    options?: PluginApiRequestOptions & { mode?: PlanMode },
  ) {
    const { mode, ...rest } = options ?? {};
    return this.call(
      c =>
        c.POST('/plans', {
          body: input,
          ...(mode && { params: { query: { mode } } }),
        }),
      rest,
    );
  }

  deliverService(input: ServiceRequest, options?: PluginApiRequestOptions) {
    return this.call(c => c.POST('/services', { body: input }), options);
  }

  listServices(query: ListServicesQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/services', { params: { query } }), options);
  }

  getService(name: string, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/services/{name}', { params: { path: { name } } }),
      options,
    );
  }

  listFiles(name: string, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/services/{name}/files', { params: { path: { name } } }),
      options,
    );
  }

  getFile(name: string, path: string, options?: PluginApiRequestOptions) {
    return this.call(
      c =>
        c.GET('/services/{name}/files/content', {
          params: { path: { name }, query: { path } },
        }),
      options,
    );
  }

  listCommits(name: string, limit?: number, options?: PluginApiRequestOptions) {
    return this.call(
      c =>
        c.GET('/services/{name}/commits', {
          params: { path: { name }, query: { limit } },
        }),
      options,
    );
  }

  reindex(options?: PluginApiRequestOptions) {
    return this.call(c => c.POST('/reindex', { body: {} }), options);
  }
}
