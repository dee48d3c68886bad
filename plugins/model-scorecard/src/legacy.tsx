/**
 * The scorecard for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import {
  toLegacyColumn,
  toLegacyComponent,
  toLegacySection,
} from '@modelyard/plugin-model-react/legacy';
import { ScorecardClient } from '@modelyard/plugin-model-scorecard-common';
import { scorecardApiRef } from './api/scorecardApiRef';
import {
  gateColumn,
  scorecardSection,
  versionGateColumn,
} from './contributions';

/** @public */
export const modelScorecardPlugin = createPlugin({
  id: 'model-scorecard',
  apis: [
    createApiFactory({
      api: scorecardApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ScorecardClient.create(deps),
    }),
  ],
});

/** The scorecard of the version to look at, for the overview of a Model. @public */
export const EntityModelScorecardCard = modelScorecardPlugin.provide(
  toLegacyComponent('EntityModelScorecardCard', async () => {
    const { ScorecardCard } =
      await import('./components/ScorecardCard/ScorecardCard');
    return ScorecardCard;
  }),
);

/** The tab Scorecard of a Model. @public */
export const EntityModelScorecardContent = modelScorecardPlugin.provide(
  toLegacyComponent('EntityModelScorecardContent', async () => {
    const { ScorecardTab } =
      await import('./components/ScorecardTab/ScorecardTab');
    return ScorecardTab;
  }),
);

/** A column for `ModelsPage` of the model catalog. @public */
export const modelGateColumn = toLegacyColumn('gate', gateColumn);

/** A column for `EntityModelVersionsContent` of the model catalog. @public */
export const modelVersionGateColumn = toLegacyColumn('gate', versionGateColumn);

/** A section for `EntityModelVersionsContent` of the model catalog. @public */
export const modelVersionScorecardSection = toLegacySection(
  'scorecard',
  scorecardSection,
);
