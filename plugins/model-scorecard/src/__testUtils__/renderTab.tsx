import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { ScorecardApi } from '@modelyard/plugin-model-scorecard-common';
import { scorecardApiRef } from '../api/scorecardApiRef';
import { ScorecardTab } from '../components/ScorecardTab/ScorecardTab';
import { fakeModels, fakeScorecards, modelEntity } from './fakeScorecards';

/** The Scorecard tab of a Model over fakes, of which calls can be replaced. */
export function renderTab(
  calls: Partial<ScorecardApi> = {},
  models: Partial<ModelCatalogApi> = {},
  query = '',
) {
  const api = fakeScorecards(calls);
  renderInTestApp(
    <EntityProvider entity={modelEntity}>
      <ScorecardTab />
    </EntityProvider>,
    {
      apis: [
        [scorecardApiRef, api],
        [modelCatalogApiRef, fakeModels(models)],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/scorecard${query}`],
    },
  );
  return api;
}
