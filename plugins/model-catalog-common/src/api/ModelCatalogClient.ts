import { parseEntityRef } from '@backstage/catalog-model';
import { paths } from '../schema/openapi.generated';
import {
  CompareVersionsQuery,
  LineageQuery,
  ListAliasesQuery,
  ListFindingsQuery,
  ListModelsQuery,
  ListVersionsQuery,
  ModelCatalogApi,
  ModelFacetsQuery,
} from './ModelCatalogApi';
import {
  PluginApiClient,
  PluginApiClientOptions,
  PluginApiRequestOptions,
} from './PluginApiClient';

/**
 * Splits the entity ref of a Model into the path parameters of our REST routes.
 * Throws when the ref is malformed.
 *
 * @public
 */
export function modelPath(ref: string): { namespace: string; name: string } {
  const { namespace, name } = parseEntityRef(ref, {
    defaultKind: 'model',
    defaultNamespace: 'default',
  });
  return { namespace, name };
}

/**
 * {@link ModelCatalogApi} over HTTP.
 *
 * @public
 */
export class ModelCatalogClient
  extends PluginApiClient<paths>
  implements ModelCatalogApi
{
  static create(options: PluginApiClientOptions): ModelCatalogClient {
    return new ModelCatalogClient('model-catalog', options);
  }

  listModels(query: ListModelsQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/models', { params: { query } }), options);
  }

  getModelFacets(query: ModelFacetsQuery, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/models/facets', { params: { query } }),
      options,
    );
  }

  getModel(ref: string, options?: PluginApiRequestOptions) {
    const path = modelPath(ref);
    return this.call(
      c => c.GET('/models/{namespace}/{name}', { params: { path } }),
      options,
    );
  }

  listVersions(
    ref: string,
    query: ListVersionsQuery,
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/versions', {
          params: { path, query },
        }),
      options,
    );
  }

  getVersion(ref: string, version: string, options?: PluginApiRequestOptions) {
    const path = { ...modelPath(ref), version };
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/versions/{version}', {
          params: { path },
        }),
      options,
    );
  }

  compareVersions(
    ref: string,
    versions: CompareVersionsQuery,
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/compare', {
          params: { path, query: versions },
        }),
      options,
    );
  }

  listAliases(
    ref: string,
    query: ListAliasesQuery,
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/aliases', {
          params: { path, query },
        }),
      options,
    );
  }

  getLineage(
    ref: string,
    query: LineageQuery,
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/lineage', {
          params: { path, query },
        }),
      options,
    );
  }

  getMlBom(ref: string, version: string, options?: PluginApiRequestOptions) {
    const path = { ...modelPath(ref), version };
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/versions/{version}/ml-bom', {
          params: { path },
        }),
      options,
    );
  }

  listLinks(ref: string, options?: PluginApiRequestOptions) {
    const path = modelPath(ref);
    return this.call(
      c => c.GET('/models/{namespace}/{name}/links', { params: { path } }),
      options,
    );
  }

  stateLink(
    ref: string,
    link: { ref: string; comment?: string },
    options?: PluginApiRequestOptions,
  ) {
    const path = modelPath(ref);
    return this.call(
      c =>
        c.POST('/models/{namespace}/{name}/links', {
          params: { path },
          body: link,
        }),
      options,
    );
  }

  withdrawLink(
    ref: string,
    otherRef: string,
    options?: PluginApiRequestOptions,
  ) {
    const other = modelPath(otherRef);
    const path = {
      ...modelPath(ref),
      otherNamespace: other.namespace,
      otherName: other.name,
    };
    return this.callForNothing(
      c =>
        c.DELETE(
          '/models/{namespace}/{name}/links/{otherNamespace}/{otherName}',
          { params: { path } },
        ),
      options,
    );
  }

  listRemovals(query: ListFindingsQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/removals', { params: { query } }), options);
  }

  listConflicts(query: ListFindingsQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/conflicts', { params: { query } }), options);
  }

  listCollisions(query: ListFindingsQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/collisions', { params: { query } }), options);
  }

  listSources(options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/sources'), options);
  }

  syncSource(
    id: string,
    request: { acceptRemovals?: boolean } = {},
    options?: PluginApiRequestOptions,
  ) {
    return this.call(
      c =>
        c.POST('/sources/{id}/sync', {
          params: { path: { id } },
          body: request,
        }),
      options,
    );
  }

  getSyncRun(id: string, runId: string, options?: PluginApiRequestOptions) {
    return this.call(
      c =>
        c.GET('/sources/{id}/runs/{runId}', {
          params: { path: { id, runId } },
        }),
      options,
    );
  }
}
