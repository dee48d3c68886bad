import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ModelCatalogApi } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeModelCatalog, httpError } from '../../__testUtils__/fakeModels';
import { digestLink, statedLink } from '../../__testUtils__/fakeSources';
import { ModelLinks } from './ModelLinks';

const modelRef = 'model:default/credit-risk';

function renderLinks(calls: Partial<ModelCatalogApi> = {}) {
  const api = fakeModelCatalog({
    listLinks: async () => ({ items: [digestLink, statedLink] }),
    ...calls,
  });
  renderInTestApp(
    <dl>
      <ModelLinks modelRef={modelRef} title="Credit risk" source="examples" />
    </dl>,
    {
      apis: [[modelCatalogApiRef, api], mockApis.permission()],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return api;
}

const itemOf = async (title: string) => {
  const items = await screen.findAllByRole('listitem');
  return items.find(item => within(item).queryByText(title));
};

describe('Links of a Model', () => {
  it('say where else it is, under which name and why', async () => {
    renderLinks();
    expect(await itemOf('credit-risk-hub')).toHaveTextContent(
      'prod-mlflow as credit-risk-hub (same digest in 3 versions)',
    );
    expect(
      screen.getByRole('link', { name: 'credit-risk-hub' }),
    ).toHaveAttribute('href', '/catalog/default/model/credit-risk-hub');
    expect(await itemOf('scoring')).toHaveTextContent(
      /^hub as scoringstated by platform-engineer: the same weights, converted/,
    );
  });

  it('name a service that states one, which has no page', async () => {
    const statement = { by: 'pipeline', at: '2026-11-19T00:00:00Z' };
    renderLinks({
      listLinks: async () => ({ items: [{ ...statedLink, statement }] }),
    });
    expect(await itemOf('scoring')).toHaveTextContent(
      /^hub as scoringstated by pipeline/,
    );
  });

  it('fold when there are many', async () => {
    renderLinks({
      listLinks: async () => ({
        items: Array.from({ length: 8 }, (_, index) => ({
          ...digestLink,
          ref: `model:default/m${index}`,
        })),
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'and 3 more' }),
    );
    expect(screen.getAllByRole('listitem')).toHaveLength(8);
  });

  it('are stated for a model that is found by its name', async () => {
    const api = renderLinks({
      listLinks: async () => ({ items: [] }),
      stateLink: async () => statedLink,
    });
    expect(await screen.findByText('no other source')).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Same model as…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Which model is the same as Credit risk?',
    });
    const confirm = within(dialog).getByRole('button', {
      name: 'State that they are the same',
    });
    expect(confirm).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('combobox', { name: 'Model' }),
      'demand',
    );
    await userEvent.click(
      await screen.findByRole('option', {
        name: 'Demand forecast in examples',
      }),
    );
    expect(
      screen.queryByRole('option', { name: /Credit risk/ }),
    ).not.toBeInTheDocument();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Why/ }),
      'copied',
    );
    api.listLinks.mockResolvedValue({ items: [statedLink] });
    await userEvent.click(confirm);
    expect(api.stateLink).toHaveBeenCalledWith(modelRef, {
      ref: 'model:default/demand-forecast',
      comment: 'copied',
    });
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(await itemOf('scoring')).toBeDefined();
  });

  it('keep the dialog open and say why when stating fails', async () => {
    renderLinks({ stateLink: () => Promise.reject(httpError(409)) });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Same model as…' }),
    );
    await userEvent.click(
      await screen.findByRole('combobox', { name: 'Model' }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: /Demand forecast/ }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'State that they are the same' }),
    );
    expect(
      await screen.findByText('Nothing was changed: the backend said no'),
    ).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
  });

  it('are withdrawn only where somebody stated them', async () => {
    const api = renderLinks({ withdrawLink: async () => undefined });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw: scoring' }),
    );
    expect(
      screen.queryByRole('button', { name: 'Withdraw: credit-risk-hub' }),
    ).not.toBeInTheDocument();
    api.listLinks.mockResolvedValue({ items: [digestLink] });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw the statement' }),
    );
    expect(api.withdrawLink).toHaveBeenCalledWith(
      modelRef,
      'model:default/scoring',
    );
    await waitFor(async () => expect(await itemOf('scoring')).toBeUndefined());
  });

  it('say when they could not be read', async () => {
    renderLinks({ listLinks: () => Promise.reject(httpError(503)) });
    expect(await screen.findByText('could not be read')).toBeInTheDocument();
  });
});
