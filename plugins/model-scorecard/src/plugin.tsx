import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import {
  ModelColumnBlueprint,
  ModelVersionColumnBlueprint,
  ModelVersionSectionBlueprint,
} from '@modelyard/plugin-model-react';
import { ScorecardClient } from '@modelyard/plugin-model-scorecard-common';
import { scorecardApiRef } from './api/scorecardApiRef';
import {
  gateColumn,
  scorecardSection,
  versionGateColumn,
} from './contributions';

const scorecardApi = ApiBlueprint.make({
  params: define =>
    define({
      api: scorecardApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ScorecardClient.create(deps),
    }),
});

const scorecardCard = EntityCardBlueprint.make({
  name: 'scorecard',
  params: {
    type: 'content',
    filter: { kind: 'model' },
    loader: async () => {
      const { ScorecardCard } =
        await import('./components/ScorecardCard/ScorecardCard');
      return <ScorecardCard />;
    },
  },
});

const scorecardTab = EntityContentBlueprint.make({
  name: 'scorecard',
  params: {
    path: '/scorecard',
    title: 'Scorecard',
    filter: { kind: 'model' },
    loader: async () => {
      const { ScorecardTab } =
        await import('./components/ScorecardTab/ScorecardTab');
      return <ScorecardTab />;
    },
  },
});

const section = ModelVersionSectionBlueprint.make({
  name: 'scorecard',
  params: scorecardSection,
});

const modelColumn = ModelColumnBlueprint.make({
  name: 'gate',
  params: gateColumn,
});

const versionColumn = ModelVersionColumnBlueprint.make({
  name: 'gate',
  params: versionGateColumn,
});

/**
 * The scorecard of model versions: card and tab of the Model, section of the
 * version page, column of the Models page and of the versions.
 *
 * @public
 */
export const modelScorecardPlugin = createFrontendPlugin({
  pluginId: 'model-scorecard',
  title: 'Model scorecard',
  extensions: [
    scorecardApi,
    scorecardCard,
    scorecardTab,
    section,
    modelColumn,
    versionColumn,
  ],
});
