import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { inOldApp } from '@modelyard/plugin-model-react/legacy';
import { screen } from '@testing-library/react';
import { ReactNode } from 'react';
import {
  fakeModels,
  fakeScorecards,
  modelEntity,
  modelRow,
} from './__testUtils__/fakeScorecards';
import { scorecardApiRef } from './api/scorecardApiRef';
import {
  EntityModelScorecardCard,
  EntityModelScorecardContent,
  modelGateColumn,
  modelScorecardPlugin,
  modelVersionScorecardSection,
} from './legacy';

function renderOnModel(content: ReactNode) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [scorecardApiRef, fakeScorecards()],
        [modelCatalogApiRef, fakeModels()],
      ]}
    >
      <EntityProvider entity={modelEntity}>{content}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

const GateOfModel = inOldApp(() => {
  const { Cell, Provider } = modelGateColumn;
  const cell = <Cell row={modelRow} />;
  return Provider ? <Provider rows={[modelRow]}>{cell}</Provider> : cell;
});

const Section = inOldApp(modelVersionScorecardSection.Component);

describe('model-scorecard in an app of the old frontend system', () => {
  it('brings its own client', () => {
    expect(
      [...modelScorecardPlugin.getApis()].map(({ api }) => api.id),
    ).toEqual([scorecardApiRef.id]);
  });

  it.each([
    [
      'the card',
      <EntityModelScorecardCard key="card" />,
      /^Open for prod|^Blocked for prod/,
    ],
    ['the tab', <EntityModelScorecardContent key="tab" />, /^Blocked for prod/],
    ['the column', <GateOfModel key="column" />, 'Open'],
    [
      'the section',
      <Section
        key="section"
        modelRef={modelRow.ref}
        version="8"
        digest={`sha256:${'8'.repeat(64)}`}
      />,
      /^Blocked for prod/,
    ],
  ])(
    'shows %s',
    async (_, content, text) => {
      await renderOnModel(content);
      const found = await screen.findAllByText(text, {}, { timeout: 10_000 });
      expect(found.length).toBeGreaterThan(0);
    },
    20_000,
  );
});
