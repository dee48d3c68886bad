import {
  createFrontendPlugin,
  PageBlueprint,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  modelCatalogApiRef,
  modelColumnDataRef,
} from '@modelyard/plugin-model-react';
import { screen } from '@testing-library/react';
import { scorecardApiRef } from './api/scorecardApiRef';
import {
  fakeModels,
  fakeScorecards,
  modelRow,
} from './__testUtils__/fakeScorecards';
import plugin from '.';

const modelsPage = PageBlueprint.makeWithOverrides({
  inputs: { columns: createExtensionInput([modelColumnDataRef]) },
  factory(original, { inputs }) {
    const [column] = inputs.columns.map(input => input.get(modelColumnDataRef));
    const { header, Cell, Provider } = column;
    const cell = <Cell row={modelRow} />;
    return original({
      path: '/models',
      title: 'Models',
      loader: async () => (
        <main>
          <h2>{header}</h2>
          {Provider ? <Provider rows={[modelRow]}>{cell}</Provider> : cell}
        </main>
      ),
    });
  },
});

describe('model-scorecard plugin', () => {
  it('adds the gate to the Models page', async () => {
    renderTestApp({
      features: [
        createFrontendPlugin({
          pluginId: 'model-catalog',
          extensions: [modelsPage],
        }),
        plugin,
      ],
      apis: [
        [scorecardApiRef, fakeScorecards()],
        [modelCatalogApiRef, fakeModels()],
      ],
      initialRouteEntries: ['/models'],
    });
    expect(
      await screen.findByRole(
        'heading',
        { name: 'Gate for prod' },
        { timeout: 10_000 },
      ),
    ).toBeInTheDocument();
    expect(await screen.findByText('Open')).toBeInTheDocument();
  }, 30_000);
});
