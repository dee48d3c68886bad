import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  Lineage,
  ModelCatalogApi,
} from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fakeModelCatalog,
  httpError,
  modelEntity,
} from '../../__testUtils__/fakeModels';
import { LineageCard } from './LineageCard';
import { mostInGraph } from './LineageGraph';

const me = 'model:default/credit-risk';

const lineage: Lineage = {
  nodes: [
    { id: me, kind: 'model', ref: me, label: 'Credit risk' },
    {
      id: 'external:org/base',
      kind: 'external-model',
      label: 'org/base',
    },
    {
      id: 'resource:default/loans',
      kind: 'dataset',
      ref: 'resource:default/loans',
      label: 'resource:default/loans',
    },
    {
      id: 'component:default/scorer',
      kind: 'service',
      ref: 'component:default/scorer',
      label: 'Scorer',
    },
  ],
  edges: [
    { from: me, to: 'external:org/base', type: 'derivedFrom' },
    { from: me, to: 'resource:default/loans', type: 'uses' },
    { from: 'component:default/scorer', to: me, type: 'serves' },
  ],
  truncated: false,
};

function renderCard(getLineage: ModelCatalogApi['getLineage']) {
  const api = fakeModelCatalog({ getLineage });
  renderInTestApp(
    <EntityProvider entity={modelEntity}>
      <LineageCard />
    </EntityProvider>,
    {
      apis: [[modelCatalogApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api;
}

/** jsdom draws nothing, so it cannot measure either. */
Object.defineProperty(SVGElement.prototype, 'getBBox', {
  value: () => ({ width: 190, height: 54 }),
  configurable: true,
});

describe('LineageCard', () => {
  it('draws what the model was made from and what came of it', async () => {
    renderCard(async () => lineage);
    expect(await screen.findByRole('link', { name: 'loans' })).toHaveAttribute(
      'href',
      '/catalog/default/resource/loans',
    );
    expect(screen.getByRole('link', { name: 'Scorer' })).toHaveAttribute(
      'href',
      '/catalog/default/component/scorer',
    );
    expect(screen.getByText('org/base')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'org/base' }),
    ).not.toBeInTheDocument();
  });

  it('tells the same in a table', async () => {
    renderCard(async () => lineage);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as a table' }),
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map(row => row.textContent)).toEqual([
      'NameWhat it is',
      'org/baseBase model, in no source of this catalog',
      'loansDataset',
      'ScorerInference service',
    ]);
  });

  it('lists what is too much for a picture, and says that there is more', async () => {
    const ref = (index: number) => `model:default/derived-${index}`;
    const indexes = Array.from({ length: mostInGraph }, (_, index) => index);
    renderCard(async () => ({
      nodes: [
        lineage.nodes[0],
        ...indexes.map(index => ({
          id: ref(index),
          kind: 'model' as const,
          ref: ref(index),
          label: `Derived ${index}`,
        })),
      ],
      edges: indexes.map(index => ({
        from: ref(index),
        to: me,
        type: 'derivedFrom',
      })),
      truncated: true,
    }));
    const table = await screen.findByRole('table');
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 12);
    await userEvent.click(
      screen.getByRole('button', { name: `Show ${mostInGraph - 12} more` }),
    );
    expect(within(table).getAllByRole('row')).toHaveLength(1 + mostInGraph);
    expect(
      screen.getByText('There is more than is shown here.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Show as a graph' }),
    ).not.toBeInTheDocument();
  });

  it('says that nothing is known', async () => {
    renderCard(async () => ({
      ...lineage,
      nodes: lineage.nodes.slice(0, 1),
      edges: [],
    }));
    expect(await screen.findByText(/^No base model, dataset/)).toBeVisible();
  });

  it('says of a model written by hand that it has none', async () => {
    renderCard(() => Promise.reject(httpError(404, 'NotFoundError')));
    expect(await screen.findByText(/written by hand/)).toBeVisible();
  });

  it('can be tried again after a failure', async () => {
    const getLineage = jest
      .fn(async () => lineage)
      .mockRejectedValueOnce(httpError(503));
    renderCard(getLineage);
    expect(
      await screen.findByText('The lineage could not be loaded'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('org/base')).toBeInTheDocument();
  });
});
