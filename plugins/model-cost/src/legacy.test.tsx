import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { ReactNode } from 'react';
import { fakeCost, wholeDays } from './__testUtils__/fakeCost';
import { costApiRef } from './api/costApiRef';
import {
  EntityModelCostCard,
  EntityModelCostContent,
  modelCostColumn,
  modelCostPlugin,
} from './legacy';

const entity = {
  apiVersion: 'modelyard.io/v1alpha1',
  kind: 'Model',
  metadata: { name: 'credit-risk', namespace: 'default' },
};

function renderOnModel(content: ReactNode) {
  return renderInTestApp(
    <TestApiProvider
      apis={[[costApiRef, fakeCost({ getModelCost: async () => wholeDays })]]}
    >
      <EntityProvider entity={entity}>{content}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('model-cost in an app of the old frontend system', () => {
  it('brings its own client', () => {
    expect([...modelCostPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      costApiRef.id,
    ]);
  });

  it.each([
    ['the card', <EntityModelCostCard key="card" />],
    ['the tab', <EntityModelCostContent key="tab" />],
  ])(
    'shows %s',
    async (_, content) => {
      await renderOnModel(content);
      expect(
        await screen.findByText(
          /^USD 412 in the last 2 days/,
          {},
          { timeout: 10_000 },
        ),
      ).toBeInTheDocument();
    },
    20_000,
  );

  it('offers its column', () => {
    expect(modelCostColumn).toMatchObject({
      id: 'model-cost',
      header: 'Cost of 30 days',
    });
  });
});
