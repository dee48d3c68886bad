import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  modelCatalogApiRef,
  ModelColumnBlueprint,
} from '@modelyard/plugin-model-react';
import { screen } from '@testing-library/react';
import { fakeModelCatalog } from './__testUtils__/fakeModels';
import plugin from '.';

describe('model-catalog plugin', () => {
  it('mounts the Models page with columns of other plugins', async () => {
    const gate = createFrontendModule({
      pluginId: 'model-catalog',
      extensions: [
        ModelColumnBlueprint.make({
          name: 'gate',
          params: {
            header: 'Gate',
            order: 1,
            Cell: ({ row }) => <>gate of {row.title}</>,
          },
        }),
      ],
    });
    renderTestApp({
      features: [plugin, gate],
      apis: [[modelCatalogApiRef, fakeModelCatalog()]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/models'],
    });
    expect(
      await screen.findByText(
        '2 models, 1 in production, 1 without an owner.',
        {},
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('gate of Credit risk')).toBeInTheDocument();
  }, 20_000);

  it('brings the field of the form that registers a model', async () => {
    const load = createExtensionTester(
      plugin.getExtension('scaffolder-form-field:model-catalog/tier-proposal'),
    ).get(FormFieldBlueprint.dataRefs.formFieldLoader);
    expect(await load()).toMatchObject({ name: 'TierProposal' });
  });
});
