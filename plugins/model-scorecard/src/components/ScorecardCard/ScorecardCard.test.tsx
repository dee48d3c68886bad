import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { ScorecardApi } from '@modelyard/plugin-model-scorecard-common';
import { screen } from '@testing-library/react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import {
  fakeModels,
  fakeScorecards,
  httpError,
  modelEntity,
  modelRef,
  modelRow,
  scorecardFor,
} from '../../__testUtils__/fakeScorecards';
import { ScorecardCard } from './ScorecardCard';

function renderCard(
  calls: Partial<ScorecardApi> = {},
  models: Partial<ModelCatalogApi> = {},
) {
  const api = fakeScorecards(calls);
  renderInTestApp(
    <EntityProvider entity={modelEntity}>
      <ScorecardCard />
    </EntityProvider>,
    {
      apis: [
        [scorecardApiRef, api],
        [modelCatalogApiRef, fakeModels(models)],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api;
}

describe('ScorecardCard', () => {
  it('sums up the production version: gates, counts and blockers by name', async () => {
    const api = renderCard();
    expect(
      await screen.findByText('Blocked for prod by 2 of 3 checks.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Version 7, champion')).toBeInTheDocument();
    expect(api.getScorecard).toHaveBeenCalledWith(
      modelRef,
      '7',
      'prod',
      expect.anything(),
    );
    expect(screen.getAllByText('prod closed · 2 blockers')).toHaveLength(2);
    expect(screen.getByText('staging open')).toBeInTheDocument();
    expect(
      screen.getAllByText('Human approval, Statistical parity'),
    ).toHaveLength(2);
    expect(screen.getByText('No evidence')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the scorecard' }),
    ).toHaveAttribute('href', '/catalog/default/model/credit-risk/scorecard');
  });

  it('tells about the newest version when another one is in production', async () => {
    const api = renderCard({
      getScorecard: async (_ref, version, environment) => {
        const scorecard = scorecardFor(version === '8' ? 'prod' : 'dev');
        return {
          ...scorecard,
          subject: { ...scorecard.subject, version },
          gate: { ...scorecard.gate, environment: environment ?? 'prod' },
        };
      },
    });
    expect(
      await screen.findByText('Version 8, the newest'),
    ).toBeInTheDocument();
    expect(screen.getByText('prod open')).toBeInTheDocument();
    expect(screen.getByText('prod closed · 2 blockers')).toBeInTheDocument();
    expect(api.getScorecard).toHaveBeenCalledTimes(4);
  });

  it('falls back to the newest version', async () => {
    renderCard({}, { getModel: async () => ({ ...modelRow, aliases: {} }) });
    expect(
      await screen.findByText('Version 8, the newest'),
    ).toBeInTheDocument();
  });

  it('says that a model without versions has no scorecard', async () => {
    renderCard(
      {},
      {
        getModel: async () => ({
          ...modelRow,
          aliases: {},
          latestVersion: undefined,
        }),
      },
    );
    expect(
      await screen.findByText('There is no version to check'),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    renderCard({ getScorecard: () => Promise.reject(httpError(503)) });
    expect(
      await screen.findByText('The scorecard could not be loaded'),
    ).toBeInTheDocument();
  });

  it('says who can give access', async () => {
    renderCard({ getScorecard: () => Promise.reject(httpError(403)) });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});
