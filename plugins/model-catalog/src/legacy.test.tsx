import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { modelCatalogApiRef, ModelColumn } from '@modelyard/plugin-model-react';
import { screen } from '@testing-library/react';
import { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { fakeModelCatalog, modelEntity } from './__testUtils__/fakeModels';
import {
  EntityAboutModelCard,
  EntityModelVersionsContent,
  modelCatalogPlugin,
  ModelsPage,
} from './legacy';

const column: ModelColumn = {
  id: 'gate',
  header: 'Gate for prod',
  order: 1,
  Cell: ({ row }) => <>{`gate of ${row.title}`}</>,
};

const mountedPage = (
  <Routes>
    <Route path="/models" element={<ModelsPage columns={[column]} />} />
  </Routes>
);

function renderOld(content: ReactNode) {
  return renderInTestApp(
    <TestApiProvider apis={[[modelCatalogApiRef, fakeModelCatalog()]]}>
      <EntityProvider entity={modelEntity}>{content}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [content === mountedPage ? '/models' : '/'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('model-catalog in an app of the old frontend system', () => {
  it('brings its own client', () => {
    expect([...modelCatalogPlugin.getApis()].map(({ api }) => api.id)).toEqual([
      modelCatalogApiRef.id,
    ]);
  });

  it.each([
    ['the Models page', mountedPage, 'gate of Credit risk'],
    ['what a Model is', <EntityAboutModelCard key="card" />, 'About the model'],
    [
      'the versions',
      <EntityModelVersionsContent key="tab" sections={[]} />,
      /^3 versions; the newest is 8/,
    ],
  ])(
    'shows %s',
    async (_, content, text) => {
      await renderOld(content);
      expect(
        await screen.findByText(text, {}, { timeout: 10_000 }),
      ).toBeInTheDocument();
    },
    20_000,
  );
});
