import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';
import {
  modelCatalogApiRef,
  ModelVersionColumn,
  ModelVersionSection,
} from '@modelyard/plugin-model-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  detail7,
  digestOf,
  fakeModelCatalog,
  httpError,
  modelEntity,
  version7,
  version8,
} from '../../__testUtils__/fakeModels';
import { digestLink } from '../../__testUtils__/fakeSources';
import { VersionsRouter } from './VersionsRouter';

const base = '/catalog/default/model/credit-risk/versions';

function renderAt(
  path: string,
  calls: Partial<ModelCatalogApi> = {},
  sections: ModelVersionSection[] = [],
  columns?: ModelVersionColumn[],
) {
  const api = fakeModelCatalog(calls);
  renderInTestApp(
    <EntityProvider entity={modelEntity}>
      <VersionsRouter sections={sections} columns={columns} />
    </EntityProvider>,
    {
      apis: [[modelCatalogApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      mountPath: '/catalog/:namespace/:kind/:name/versions/*',
      initialRouteEntries: [`${base}${path}`],
    },
  );
  return api;
}

describe('Versions tab', () => {
  it('lists versions with metric, change, digest and what is unusual', async () => {
    renderAt('');
    expect(
      await screen.findByText(/^3 versions; the newest is 8/),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Versions' });
    const rows = within(table).getAllByRole('row');
    expect(rows[1]).toHaveTextContent('0.9 −0.01, worse');
    expect(rows[1]).toHaveTextContent('challenger');
    expect(rows[2]).toHaveTextContent('unverified content');
    expect(rows[2]).toHaveTextContent('conflict');
    expect(rows[3]).toHaveTextContent('gone');
    expect(rows[3]).toHaveTextContent('not measured');
    expect(within(table).getByRole('link', { name: '7' })).toHaveAttribute(
      'href',
      `${base}/7`,
    );
  });

  it('shows contributed columns, loaded once for all rows', async () => {
    const loaded = jest.fn();
    renderAt(
      '',
      {},
      [],
      [
        {
          id: 'gate',
          header: 'Gate for prod',
          order: 1,
          Cell: ({ modelRef, row }) => <>{`${modelRef} ${row.version}`}</>,
          Provider: ({ modelRef, rows, children }) => {
            loaded(modelRef, rows.length);
            return <>{children}</>;
          },
        },
      ],
    );
    const table = await screen.findByRole('table', { name: 'Versions' });
    expect(
      within(table).getByRole('columnheader', { name: 'Gate for prod' }),
    ).toBeInTheDocument();
    expect(
      within(table).getByText('model:default/credit-risk 8'),
    ).toBeInTheDocument();
    expect(loaded).toHaveBeenCalledWith('model:default/credit-risk', 3);
  });

  it('shows another metric in table and chart', async () => {
    renderAt('?metric=log_loss');
    const values = await screen.findByRole('table', {
      name: 'Values of log_loss',
    });
    expect(within(values).getByText('+0.01, worse')).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'log_loss by version' }),
    ).toBeInTheDocument();
  });

  it('compares two selected versions', async () => {
    const api = renderAt('', {
      compareVersions: async () => ({
        left: version7,
        right: version8,
        metrics: [
          {
            name: 'roc_auc',
            left: 0.91,
            right: 0.9,
            change: -0.01,
            better: 'left',
          },
        ],
        params: [{ name: 'max_depth', left: '6', right: '8' }],
        card: {
          changes: [
            { kind: 'same', text: '# Card\n' },
            { kind: 'removed', text: '<b>old</b>\n' },
            { kind: 'added', text: 'new\n' },
          ],
          truncated: false,
        },
        datasets: [],
        artifacts: [],
      }),
    });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /version 8/ }),
    );
    await userEvent.click(screen.getByRole('checkbox', { name: /version 7/ }));
    await userEvent.click(
      screen.getByRole('button', { name: 'Compare 7 with 8' }),
    );
    expect(
      await screen.findByText(
        'Version 8 is better in 0 and worse in 1 of 1 metrics.',
      ),
    ).toBeInTheDocument();
    expect(api.compareVersions).toHaveBeenCalledWith(
      'model:default/credit-risk',
      { left: '7', right: '8' },
      expect.anything(),
    );
    const card = screen.getByRole('region', { name: 'Card' });
    expect(within(card).getByRole('deletion')).toHaveTextContent(
      '− <b>old</b>',
    );
    expect(within(card).getByRole('insertion')).toHaveTextContent('+ new');
    const params = screen.getByRole('table', {
      name: 'Parameters that differ',
    });
    expect(within(params).getByText('max_depth')).toBeInTheDocument();
    expect(screen.getAllByText('No difference.')).toHaveLength(2);
  });

  it('opens to where the aliases pointed', async () => {
    const api = renderAt('', {
      listAliases: async () => ({
        items: [
          {
            alias: 'champion',
            version: '7',
            since: '2026-11-12T09:30:00Z',
            by: 'source:examples',
          },
          {
            alias: 'champion',
            version: '6',
            since: '2026-11-01T09:30:00Z',
            until: '2026-11-12T09:30:00Z',
            by: 'source:examples',
          },
        ],
        totalItems: 2,
      }),
    });
    const opener = await screen.findByRole('button', {
      name: 'Where the aliases pointed',
    });
    expect(api.listAliases).not.toHaveBeenCalled();
    await userEvent.click(opener);
    const table = await screen.findByRole('table', {
      name: 'History of the aliases',
    });
    const [, now, before] = within(table).getAllByRole('row');
    expect(now).toHaveTextContent(/^champion7.*nowsource examples$/);
    expect(within(now).getByRole('link', { name: '7' })).toHaveAttribute(
      'href',
      `${base}/7`,
    );
    expect(within(before).getAllByTitle('2026-11-12 09:30 UTC')).toHaveLength(
      1,
    );
  });

  it('turns the pages of a long history of aliases', async () => {
    const moves = (from: number) =>
      Array.from({ length: from === 1 ? 25 : 5 }, (_, n) => ({
        ...{ alias: 'champion', version: `v${from + n}` },
        ...{ since: '2026-11-12T09:30:00Z', by: 'source:examples' },
      }));
    renderAt('', {
      listAliases: async (_ref, { cursor }) =>
        cursor === undefined
          ? { items: moves(1), totalItems: 30, nextCursor: 'second' }
          : { items: moves(26), totalItems: 30 },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Where the aliases pointed' }),
    );
    const shown = async (name: string) =>
      within(
        await screen.findByRole('table', { name: 'History of the aliases' }),
      ).findByRole('link', { name });
    await shown('v25');
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await shown('v30');
    expect(screen.getByText(/26.30 of 30/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await shown('v1');
  });

  it('says what failed of the history of aliases', async () => {
    renderAt('', { listAliases: () => Promise.reject(httpError(503)) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Where the aliases pointed' }),
    );
    expect(
      await screen.findByText('The history of the aliases could not be loaded'),
    ).toBeInTheDocument();
  });

  it('says why there is no version', async () => {
    renderAt('', { listVersions: async () => ({ items: [], totalItems: 0 }) });
    expect(
      await screen.findByText('No version is here yet'),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    renderAt('', { listVersions: () => Promise.reject(httpError(500)) });
    expect(
      await screen.findByText('The versions could not be loaded'),
    ).toBeInTheDocument();
  });

  it('says who can give access', async () => {
    renderAt('', { listVersions: () => Promise.reject(httpError(403)) });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});

describe('Comparison', () => {
  it('asks for two versions', async () => {
    renderAt('/compare?left=7');
    expect(
      await screen.findByText('Two versions are needed'),
    ).toBeInTheDocument();
  });

  it('hides what the reader may not see', async () => {
    renderAt('/compare?left=7&right=8');
    expect(
      await screen.findByText(
        'The comparison is not here, or you may not see it',
      ),
    ).toBeInTheDocument();
  });
});

describe('Version page', () => {
  it('asks for the lineage of its own version', async () => {
    const api = renderAt('/7');
    await screen.findByRole('heading', { name: 'Lineage' });
    await waitFor(() =>
      expect(api.getLineage).toHaveBeenCalledWith(
        'model:default/credit-risk',
        { version: '7' },
        expect.anything(),
      ),
    );
  });

  it('shows contributed sections, then what the source says', async () => {
    renderAt('/7', {}, [
      {
        id: 'scorecard',
        title: 'Scorecard',
        order: 1,
        Component: ({ version, digest }) => <p>{`${version} ${digest}`}</p>,
      },
    ]);
    expect(
      await screen.findByRole('heading', { name: 'Version 7' }),
    ).toBeInTheDocument();
    expect(screen.getByText(`7 ${digestOf('7')}`)).toBeInTheDocument();
    const titles = screen
      .getAllByRole('heading', { level: 3 })
      .map(one => one.textContent);
    expect(titles).toEqual([
      'Scorecard',
      'Artifacts',
      'Metrics',
      'Parameters',
      'Datasets',
      'Lineage',
      'Model card',
    ]);
    expect(screen.getByText('1.89 kB')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'The source gave another digest',
    );
    expect(screen.getByText(/content is unverified/)).toBeInTheDocument();
  });

  it('follows no link but http and https, and shows HTML as text', async () => {
    renderAt('/7');
    expect(
      await screen.findByRole('link', { name: /Open the run/ }),
    ).toHaveAttribute('href', 'https://runs.example.com/7');
    expect(screen.getByRole('link', { name: /Paper/ })).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /Notes/ }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /Trap/ }),
    ).not.toBeInTheDocument();
    expect(screen.getByText(/For <b>clerks<\/b>/)).toBeInTheDocument();
  });

  it('names the versions of other models with the same digest', async () => {
    renderAt('/7', { listLinks: async () => ({ items: [digestLink] }) });
    expect(
      await screen.findByRole('link', {
        name: 'credit-risk-hub in prod-mlflow, version 2',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/model/credit-risk-hub/versions/2',
    );
    expect(screen.getAllByText(/credit-risk-hub/)).toHaveLength(1);
  });

  it('says what the source does not give', async () => {
    renderAt('/7', {
      getVersion: async () => ({
        ...detail7,
        artifacts: [],
        metrics: [],
        params: {},
        datasets: [],
        card: undefined,
      }),
    });
    expect(
      await screen.findByText('This version has no model card.'),
    ).toBeInTheDocument();
    expect(screen.getByText('The source gives no metric.')).toBeInTheDocument();
  });

  it('does not tell missing from hidden', async () => {
    renderAt('/99', { getVersion: () => Promise.reject(httpError(404)) });
    expect(
      await screen.findByText('The version is not here, or you may not see it'),
    ).toBeInTheDocument();
  });
});
