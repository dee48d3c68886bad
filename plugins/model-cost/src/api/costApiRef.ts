import { createApiRef } from '@backstage/frontend-plugin-api';
import { ModelCostApi } from '@modelyard/plugin-model-cost-common';

/**
 * What models cost, provided by this plugin.
 *
 * @public
 */
export const costApiRef = createApiRef<ModelCostApi>().with({
  id: 'plugin.model-cost.service',
  pluginId: 'model-cost',
});
