import { createApiRef } from '@backstage/frontend-plugin-api';
import { ScorecardApi } from '@modelyard/plugin-model-scorecard-common';

/**
 * What delivery asks the scorecard: whether a version's gate is open.
 *
 * @public
 */
export type GatesApi = Pick<
  ScorecardApi,
  'listScorecards' | 'listVersionScorecards'
>;

/**
 * Gates of versions, read from the scorecard's backend.
 *
 * @public
 */
export const gatesApiRef = createApiRef<GatesApi>().with({
  id: 'plugin.model-delivery.gates',
  pluginId: 'model-delivery',
});
