import { createApiRef } from '@backstage/frontend-plugin-api';
import { ScorecardApi } from '@modelyard/plugin-model-scorecard-common';

/**
 * The scorecard's backend.
 *
 * @public
 */
export const scorecardApiRef = createApiRef<ScorecardApi>().with({
  id: 'plugin.model-scorecard.service',
  pluginId: 'model-scorecard',
});
