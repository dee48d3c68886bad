import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  ModelCatalogApi,
  ModelEntity,
} from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { screen } from '@testing-library/react';
import {
  creditRisk,
  fakeModelCatalog,
  httpError,
  modelEntity,
} from '../../__testUtils__/fakeModels';
import { AboutModelCard } from './AboutModelCard';

function renderCard(
  calls: Partial<ModelCatalogApi> = {},
  entity: ModelEntity = modelEntity,
) {
  renderInTestApp(
    <EntityProvider entity={entity}>
      <AboutModelCard />
    </EntityProvider>,
    {
      apis: [[modelCatalogApiRef, fakeModelCatalog(calls)]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('AboutModelCard', () => {
  it('tells what the model is and how fresh its source is', async () => {
    renderCard();
    expect(
      await screen.findByText('tabular-classification'),
    ).toBeInTheDocument();
    expect(screen.getByText('Apache-2.0')).toBeInTheDocument();
    expect(screen.getByText('high')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /risk-ml/ })).toBeInTheDocument();
    expect(await screen.findByText(/^Stale, read/)).toBeInTheDocument();
  });

  it('names base models of the catalog, and those that only the registry knows', async () => {
    const { spec } = modelEntity;
    renderCard(
      {
        getModel: async () => ({
          ...creditRisk,
          baseModelTitles: ['org/base'],
        }),
      },
      { ...modelEntity, spec: { ...spec, baseModels: ['scoring'] } },
    );
    const link = await screen.findByRole('link', { name: /scoring/ });
    expect(await screen.findByText(/, org\/base$/)).toContainElement(link);
  });

  it('says that nobody owns it', async () => {
    const { owner: _, ...spec } = modelEntity.spec;
    renderCard({}, { ...modelEntity, spec });
    expect(
      await screen.findByText('nobody owns this model'),
    ).toBeInTheDocument();
  });

  it('tells a model written by hand from one that could not be read', async () => {
    renderCard({
      getModel: () => Promise.reject(httpError(404, 'NotFoundError')),
    });
    expect(await screen.findByText(/written by hand/)).toBeInTheDocument();
  });

  it('keeps the rest when the source can not be read', async () => {
    renderCard({ getModel: () => Promise.reject(httpError(503)) });
    expect(await screen.findByText('could not be read')).toBeInTheDocument();
    expect(screen.getByText('classifier')).toBeInTheDocument();
  });
});
