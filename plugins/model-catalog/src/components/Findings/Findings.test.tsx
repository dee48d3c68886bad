import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { httpError } from '../../__testUtils__/fakeModels';
import { conflict, pageOf } from '../../__testUtils__/fakeSources';
import { address, renderSources } from '../../__testUtils__/renderSources';

const at = (query: string) => ({ at: `/models/sources${query}` });

const cellsOf = async (table: string) =>
  within(await screen.findByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(c => c.textContent),
    );

describe('What needs a look', () => {
  it('counts each list and begins with the models that nobody owns', async () => {
    const api = renderSources();
    expect(
      await screen.findByRole('tab', { selected: true }),
    ).toHaveTextContent('Without owner');
    await waitFor(() =>
      expect(screen.getAllByRole('tab').map(tab => tab.textContent)).toEqual([
        'Without owner (1)',
        'Conflicts (1)',
        'Vanished (2)',
        'Name collisions (1)',
      ]),
    );
    expect(await cellsOf('Without owner')).toEqual([
      ['Demand forecast', 'no version', 'examples', 'none given'],
    ]);
    expect(api.listModels).toHaveBeenCalledWith(
      expect.objectContaining({ owner: 'none' }),
      expect.anything(),
    );
  });

  it('shows what the source tells otherwise than is stored', async () => {
    renderSources({}, at('?list=conflicts'));
    const table = await screen.findByRole('table', { name: 'Conflicts' });
    expect(
      within(table).getByRole('link', { name: 'Credit risk, version 7' }),
    ).toHaveAttribute('href', '/catalog/default/model/credit-risk/versions/7');
    expect(await cellsOf('Conflicts')).toEqual([
      [
        'Credit risk, version 7',
        'digest, artifacts',
        '1 hour ago',
        'sha256:777777777777…',
        'sha256:ffffffffffff…',
        'examples',
      ],
    ]);
  });

  it('shows what vanished; a model that did has no page', async () => {
    renderSources({}, at('?list=removed'));
    const reason = 'The source no longer lists it';
    expect(await cellsOf('Vanished')).toEqual([
      ['Credit risk, version 6', reason, '1 hour ago', 'examples'],
      ['Old scoring', reason, '1 hour ago', 'examples'],
    ]);
    expect(
      screen.queryByRole('link', { name: 'Old scoring' }),
    ).not.toBeInTheDocument();
  });

  it('shows which name a model got, which it wanted, and who has that', async () => {
    renderSources({}, at('?list=collisions'));
    expect(await cellsOf('Name collisions')).toEqual([
      [
        'Credit risk',
        'credit-risk-0a1b2c3d',
        'credit-risk is Credit risk of examples',
        'prod-mlflow',
      ],
    ]);
  });

  it('keeps list and source in the URL, and counts for that source', async () => {
    const api = renderSources();
    await userEvent.click(await screen.findByRole('tab', { name: /Vanished/ }));
    expect(address()).toHaveTextContent('/models/sources?list=removed');
    await userEvent.click(screen.getByRole('combobox', { name: 'Source' }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'prod-mlflow' }),
    );
    expect(address()).toHaveTextContent('?list=removed&source=prod-mlflow');
    await waitFor(() =>
      expect(api.listCollisions).toHaveBeenLastCalledWith(
        { source: 'prod-mlflow', limit: 1 },
        expect.anything(),
      ),
    );
  });

  it('moves between the lists with the arrow keys', async () => {
    renderSources();
    await userEvent.click(
      await screen.findByRole('tab', { name: /Without owner/ }),
    );
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(address()).toHaveTextContent('?list=conflicts');
  });

  it('turns pages by cursor, and back; another list begins at its first page', async () => {
    const api = renderSources(
      {
        listConflicts: async ({ cursor }) => ({
          items: [conflict],
          totalItems: 26,
          nextCursor: cursor ? undefined : 'more',
        }),
      },
      at('?list=conflicts'),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByText('26–26 of 26')).toBeInTheDocument();
    expect(api.listConflicts).toHaveBeenCalledWith(
      expect.objectContaining({ cursor: 'more' }),
      expect.anything(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await waitFor(() =>
      expect(address()).toHaveTextContent(/sources\?list=conflicts$/),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    await userEvent.click(screen.getByRole('tab', { name: /Vanished/ }));
    expect(address()).toHaveTextContent(/sources\?list=removed$/);
  });

  it.each([
    ['unowned', 'Every model has an owner'],
    ['conflicts', 'No version is in conflict'],
    ['removed', 'Nothing has vanished'],
    ['collisions', 'No two models want the same name'],
  ])('says what an empty list of %s means', async (list, text) => {
    renderSources(
      {
        listModels: () => pageOf(),
        listConflicts: () => pageOf(),
        listRemovals: () => pageOf(),
        listCollisions: () => pageOf(),
      },
      at(`?list=${list}`),
    );
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('can be tried again after a failure', async () => {
    const api = renderSources(
      { listRemovals: () => Promise.reject(httpError(503)) },
      at('?list=removed'),
    );
    expect(
      await screen.findByText('What vanished could not be loaded'),
    ).toBeInTheDocument();
    api.listRemovals.mockResolvedValue({ items: [], totalItems: 0 });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing has vanished')).toBeInTheDocument();
  });

  it('says who can give access', async () => {
    renderSources(
      { listCollisions: () => Promise.reject(httpError(403)) },
      at('?list=collisions'),
    );
    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
  });
});
