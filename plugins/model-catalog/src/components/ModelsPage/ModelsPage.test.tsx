import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef, ModelColumn } from '@modelyard/plugin-model-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import {
  creditRisk,
  fakeModelCatalog,
  httpError,
} from '../../__testUtils__/fakeModels';
import { ModelsPage } from './ModelsPage';

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{`${pathname}${search}`}</output>;
}

function renderPage(
  calls: Partial<ModelCatalogApi> = {},
  options: { at?: string; columns?: ModelColumn[] } = {},
) {
  const api = fakeModelCatalog(calls);
  renderInTestApp(
    <>
      <ModelsPage columns={options.columns ?? []} />
      <Address />
    </>,
    {
      apis: [[modelCatalogApiRef, api]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [options.at ?? '/models'],
    },
  );
  return api;
}

const address = () => screen.getByLabelText('address');

describe('ModelsPage', () => {
  it('answers in one sentence and lists the models', async () => {
    renderPage();
    expect(
      await screen.findByText('2 models, 1 in production, 1 without an owner.'),
    ).toBeInTheDocument();
    const row = await screen.findByRole('row', { name: /Credit risk/ });
    expect(
      within(row).getByRole('link', { name: 'Credit risk' }),
    ).toHaveAttribute('href', '/catalog/default/model/credit-risk');
    expect(within(row).getByText('champion 7')).toBeInTheDocument();
    expect(
      screen.getByRole('row', { name: /Demand forecast/ }),
    ).toHaveTextContent('no owner');
    expect(screen.getByText('1–2 of 2')).toBeInTheDocument();
  });

  it('opens the model of a row', async () => {
    renderPage();
    await userEvent.click(await screen.findByText('champion 7'));
    expect(address()).toHaveTextContent('/catalog/default/model/credit-risk');
  });

  it('keeps filters in the URL and asks the server', async () => {
    const api = renderPage();
    await userEvent.click(
      await screen.findByRole('radio', { name: 'risk-ml (1)' }),
    );
    expect(address()).toHaveTextContent(
      '/models?owner=group%3Adefault%2Frisk-ml',
    );
    await waitFor(() =>
      expect(api.listModels).toHaveBeenLastCalledWith(
        expect.objectContaining({ owner: 'group:default/risk-ml' }),
        expect.anything(),
      ),
    );
    expect(await screen.findByText('2 of 2 models match.')).toBeInTheDocument();
  });

  it('opens the rarer filters when asked, and counts what the others leave', async () => {
    const api = renderPage({}, { at: '/models?tier=high' });
    await screen.findByRole('row', { name: /Credit risk/ });
    expect(
      screen.queryByRole('radio', { name: 'examples (2)' }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Source', expanded: false }),
    );
    await userEvent.click(screen.getByRole('radio', { name: 'examples (2)' }));
    expect(address()).toHaveTextContent('/models?tier=high&source=examples');
    await waitFor(() =>
      expect(api.getModelFacets).toHaveBeenLastCalledWith(
        { tier: 'high', source: 'examples' },
        expect.anything(),
      ),
    );
  });

  it('asks for fresh models as the address says, and for no other state', async () => {
    const api = renderPage({}, { at: '/models?freshness=fresh' });
    expect(
      await screen.findByRole('radio', { name: /fresh \(2\)/i }),
    ).toBeChecked();
    expect(api.listModels).toHaveBeenLastCalledWith(
      expect.objectContaining({ freshness: 'fresh' }),
      expect.anything(),
    );
    const other = renderPage({}, { at: '/models?freshness=mouldy' });
    await waitFor(() => expect(other.listModels).toHaveBeenCalled());
    expect(other.listModels.mock.calls[0][0]).not.toHaveProperty('freshness');
  });

  it('lists the models when the filters cannot be counted', async () => {
    renderPage({ getModelFacets: () => Promise.reject(httpError(503)) });
    expect(
      await screen.findByText('The counts could not be read.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('row', { name: /Credit risk/ }),
    ).toBeInTheDocument();
  });

  it('searches from the keyboard', async () => {
    const api = renderPage();
    await screen.findByRole('row', { name: /Credit risk/ });
    await userEvent.keyboard('/loan');
    expect(
      screen.getByRole('searchbox', { name: 'Search models' }),
    ).toHaveFocus();
    await waitFor(() => expect(address()).toHaveTextContent('/models?q=loan'));
    expect(api.listModels).toHaveBeenLastCalledWith(
      expect.objectContaining({ q: 'loan' }),
      expect.anything(),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(address()).toHaveTextContent(/^\/models$/));
  });

  it('lets the server sort', async () => {
    const api = renderPage();
    await userEvent.click(
      await screen.findByRole('columnheader', { name: 'Latest version' }),
    );
    await waitFor(() => expect(address()).toHaveTextContent('sort=latest'));
    expect(api.listModels).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'latest' }),
      expect.anything(),
    );
  });

  it('turns pages by cursor, and back', async () => {
    const api = renderPage({
      listModels: async ({ cursor }) => ({
        items: [creditRisk],
        totalItems: 26,
        nextCursor: cursor ? undefined : 'more',
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByText('26–26 of 26')).toBeInTheDocument();
    expect(api.listModels).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'more' }),
      expect.anything(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await waitFor(() => expect(address()).toHaveTextContent(/^\/models$/));
  });

  it('shows contributed columns, loaded for all rows at once', async () => {
    renderPage(
      {},
      {
        columns: [
          {
            id: 'model-column:gate',
            header: 'Gate',
            order: 1,
            Cell: ({ row }) => <>gate of {row.title}</>,
            Provider: ({ rows, children }) => (
              <section aria-label={`${rows.length} gates`}>{children}</section>
            ),
          },
        ],
      },
    );
    expect(await screen.findByText('gate of Credit risk')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: '2 gates' })).toBeInTheDocument();
  });

  it('says where models come from when there is none', async () => {
    renderPage({ listModels: async () => ({ items: [], totalItems: 0 }) });
    expect(await screen.findByText('No model is here yet')).toBeInTheDocument();
  });

  it('offers to clear filters that match nothing', async () => {
    renderPage(
      { listModels: async () => ({ items: [], totalItems: 0 }) },
      { at: '/models?tier=high' },
    );
    expect(await screen.findByText('No model matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(address()).toHaveTextContent(/^\/models$/);
  });

  it('can be tried again after a failure', async () => {
    const api = renderPage();
    api.listModels.mockRejectedValueOnce(httpError(503));
    await userEvent.click(
      await screen.findByRole('radio', { name: 'high (1)' }),
    );
    expect(
      await screen.findByText('The models could not be loaded'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('row', { name: /Credit risk/ }),
    ).toBeInTheDocument();
  });

  it('says who can give access', async () => {
    renderPage({ listModels: () => Promise.reject(httpError(403)) });
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});
