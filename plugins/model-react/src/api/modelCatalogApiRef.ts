import { createApiRef } from '@backstage/frontend-plugin-api';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';

/**
 * The model catalog, provided by `@modelyard/plugin-model-catalog`.
 *
 * @public
 */
export const modelCatalogApiRef = createApiRef<ModelCatalogApi>().with({
  id: 'plugin.model-catalog.service',
  pluginId: 'model-catalog',
});
