import { useApi } from '@backstage/frontend-plugin-api';
import { ModelFacets } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef, useLoad } from '@modelyard/plugin-model-react';
import { isFiltered, ModelsState, toFacetsQuery } from './useModelsState';

/** What the filters can be set to. */
export interface Facets {
  /** Counted over all models. */
  all?: ModelFacets;
  /** Each counted over what the other filters leave. */
  left?: ModelFacets;
  error?: Error;
}

/** Counts the values of the filters; over all models once, and again as filters change. */
export function useFacets(state: ModelsState): Facets {
  const api = useApi(modelCatalogApiRef);
  const all = useLoad(signal => api.getModelFacets({}, { signal }), [api]);
  const query = isFiltered(state) ? toFacetsQuery(state) : undefined;
  const left = useLoad(
    async signal => query && api.getModelFacets(query, { signal }),
    [api, JSON.stringify(query)],
    { keep: true },
  );
  return {
    all: all.value,
    left: query ? left.value : all.value,
    error: query ? left.error : all.error,
  };
}
