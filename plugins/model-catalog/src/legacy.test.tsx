import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef, ModelColumn } from '@modelyard/plugin-model-react';
import { screen } from '@testing-library/react';
import { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { fakeModelCatalog, modelEntity } from './__testUtils__/fakeModels';
import { sourceCalls } from './__testUtils__/fakeSources';
import {
  EntityAboutModelCard,
  EntityModelVersionsContent,
  modelCatalogPlugin,
  ModelsPage,
  TierProposalFieldExtension,
} from './legacy';

const column: ModelColumn = {
  id: 'gate',
  header: 'Gate for prod',
  order: 1,
  Cell: ({ row }) => <>{`gate of ${row.title}`}</>,
};

const mountedPage = (
  <Routes>
    <Route path="/models/*" element={<ModelsPage columns={[column]} />} />
  </Routes>
);

const manifest = {
  title: 'Register a model',
  steps: [
    {
      title: 'Risk',
      schema: {
        type: 'object',
        properties: {
          assessment: {
            type: 'object',
            'ui:field': 'TierProposal',
            properties: { generalPurpose: { type: 'boolean' } },
          },
        },
      },
    },
  ],
};

/** What the form page of the scaffolder does with its children. */
function FormPage({ children }: { children: ReactNode }) {
  const extensions = useCustomFieldExtensions(children);
  return (
    <Stepper
      manifest={manifest}
      extensions={extensions}
      onCreate={async () => {}}
    />
  );
}

function renderOld(
  content: ReactNode,
  { at = '/', calls = {} }: { at?: string; calls?: Partial<ModelCatalogApi> },
) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [modelCatalogApiRef, fakeModelCatalog(calls)],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <EntityProvider entity={modelEntity}>{content}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [at],
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
    ['the Models page', mountedPage, 'gate of Credit risk', { at: '/models' }],
    [
      'the page of sources',
      mountedPage,
      /^1 of 2 sources is fresh/,
      { at: '/models/sources', calls: sourceCalls },
    ],
    [
      'what a Model is',
      <EntityAboutModelCard key="card" />,
      'About the model',
      {},
    ],
    [
      'the versions',
      <EntityModelVersionsContent key="tab" sections={[]} />,
      /^3 versions; the newest is 8/,
      {},
    ],
  ])(
    'shows %s',
    async (_, content, text, options) => {
      await renderOld(content, options);
      expect(
        await screen.findByText(text, {}, { timeout: 10_000 }),
      ).toBeInTheDocument();
    },
    20_000,
  );

  it('offers the field of the form', async () => {
    await renderOld(
      <FormPage>
        <ScaffolderFieldExtensions>
          <TierProposalFieldExtension />
        </ScaffolderFieldExtensions>
      </FormPage>,
      {},
    );
    expect(await screen.findByText(/9 questions are open/)).toBeInTheDocument();
  }, 20_000);
});
