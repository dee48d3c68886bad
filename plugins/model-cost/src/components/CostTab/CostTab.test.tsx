import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { httpError, oddDays, wholeDays } from '../../__testUtils__/fakeCost';
import { renderWithModel } from '../../__testUtils__/renderWithModel';
import { CostTab } from './CostTab';

function cellsOf(row: HTMLElement): (string | null)[] {
  return [...row.children].map(cell => cell.textContent);
}

describe('CostTab', () => {
  it('has the figures of the chart in tables', async () => {
    renderWithModel(<CostTab />, { getModelCost: async () => wholeDays });
    const days = await screen.findByRole('table', { name: 'Cost per day' });
    expect(within(days).getAllByRole('row').map(cellsOf)).toEqual([
      ['Day (UTC)', 'Version 7', 'Version 8', 'Total'],
      ['All days', 'USD 300', 'USD 112', 'USD 412'],
      ['2 Nov 2031', 'USD 200', 'USD 112', 'USD 312'],
      ['1 Nov 2031', 'USD 100', '–', 'USD 100'],
    ]);
    expect(
      within(days).getByRole('link', { name: 'Version 7' }),
    ).toHaveAttribute('href', '/catalog/default/model/credit-risk/versions/7');
    const parts = screen.getByRole('table', { name: 'By component' });
    expect(within(parts).getAllByRole('row').map(cellsOf)).toEqual([
      ['Component', 'Amount', 'Share'],
      ['CPU', 'USD 412', '100 %'],
    ]);
  });

  it('tells every kind of day apart in words', async () => {
    renderWithModel(<CostTab />, { getModelCost: async () => oddDays });
    const days = await screen.findByRole('table', { name: 'Cost per day' });
    const totals = within(days)
      .getAllByRole('row')
      .map(row => cellsOf(row)[2]);
    expect(totals).toEqual([
      'Total',
      'USD 3.5',
      'could not be read',
      'no data',
      'nothing ran',
      'ran at no cost',
      'USD 3.5',
    ]);
  });

  it('reads span and split from the URL and changes them', async () => {
    const getModelCost = jest.fn(async () => wholeDays);
    renderWithModel(<CostTab />, { getModelCost }, '/?days=7&groupBy=tenant');
    await screen.findByRole('table', { name: 'Cost per day' });
    expect(getModelCost).toHaveBeenLastCalledWith(
      'model:default/credit-risk',
      {
        groupBy: 'tenant',
        from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        to: expect.any(String),
      },
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('combobox', { name: 'Split by' }));
    await userEvent.click(screen.getByRole('option', { name: 'Component' }));
    await waitFor(() =>
      expect(getModelCost).toHaveBeenLastCalledWith(
        expect.anything(),
        expect.objectContaining({ groupBy: 'component' }),
        expect.anything(),
      ),
    );
  });

  it('says why a CSV file can not be had', async () => {
    renderWithModel(<CostTab />, {
      getModelCost: async () => wholeDays,
      getModelCostCsv: () => Promise.reject(httpError(503, 'busy')),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download CSV' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The CSV file could not be loaded: busy',
    );
  });

  it('keeps the controls where there is nothing to show', async () => {
    renderWithModel(<CostTab />, {
      getModelCost: async () => ({ ...oddDays, groups: [], total: 0 }),
    });
    expect(
      await screen.findByText(/^Nothing of this model ran/),
    ).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Days' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Download CSV' })).toBeNull();
  });

  it('can be tried again', async () => {
    renderWithModel(<CostTab />, {
      getModelCost: () => Promise.reject(httpError(500)),
    });
    expect(
      await screen.findByText('The cost could not be loaded'),
    ).toBeInTheDocument();
  });
});
