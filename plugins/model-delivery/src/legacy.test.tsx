import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { screen } from '@testing-library/react';
import { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { fakeDelivery, fakeGates, fakeModels } from './__testUtils__/fakes';
import { deliveryApiRef } from './api/deliveryApiRef';
import { gatesApiRef } from './api/gatesApiRef';
import {
  EntityModelServicesContent,
  EnvironmentsFieldExtension,
  ModelVersionPickerFieldExtension,
  modelDeliveryPlugin,
  ServicesPage,
} from './legacy';

const entity = {
  apiVersion: 'modelyard.io/v1alpha1',
  kind: 'Model',
  metadata: { name: 'credit-risk', namespace: 'default' },
};

const mountedPage = (
  <Routes>
    <Route path="/services" element={<ServicesPage />} />
  </Routes>
);

function renderOld(content: ReactNode) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [deliveryApiRef, fakeDelivery()],
        [gatesApiRef, fakeGates()],
        [modelCatalogApiRef, fakeModels()],
      ]}
    >
      <EntityProvider entity={entity}>{content}</EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [content === mountedPage ? '/services' : '/'],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

const manifest = {
  title: 'Inference service',
  steps: [
    {
      title: 'Model',
      schema: {
        type: 'object',
        properties: {
          model: { type: 'object', 'ui:field': 'ModelVersionPicker' },
          environments: { type: 'array', 'ui:field': 'EnvironmentsField' },
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

describe('model-delivery in an app of the old frontend system', () => {
  it('brings its own clients', () => {
    expect([...modelDeliveryPlugin.getApis()].map(({ api }) => api.id)).toEqual(
      [deliveryApiRef.id, gatesApiRef.id],
    );
  });

  it.each([
    ['the Services page', mountedPage],
    ['the services of a Model', <EntityModelServicesContent key="tab" />],
  ])(
    'shows %s',
    async (_, content) => {
      await renderOld(content);
      const found = await screen.findAllByText(
        'credit-risk-api',
        {},
        { timeout: 10_000 },
      );
      expect(found.length).toBeGreaterThan(0);
    },
    20_000,
  );

  it('offers the fields of the form', async () => {
    await renderOld(
      <FormPage>
        <ScaffolderFieldExtensions>
          <ModelVersionPickerFieldExtension />
          <EnvironmentsFieldExtension />
        </ScaffolderFieldExtensions>
      </FormPage>,
    );
    expect(
      await screen.findByRole('combobox', { name: /Model/ }),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('checkbox', { name: /prod/ }),
    ).toBeInTheDocument();
  }, 20_000);
});
