import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { httpError, oddDays, wholeDays } from '../../__testUtils__/fakeCost';
import { renderWithModel } from '../../__testUtils__/renderWithModel';
import { CostCard } from './CostCard';

describe('CostCard', () => {
  it('answers in one sentence and says how fresh and complete that is', async () => {
    const getModelCost = jest.fn(async () => wholeDays);
    renderWithModel(<CostCard />, { getModelCost });
    expect(
      await screen.findByText(
        'USD 412 in the last 2 days, 14 % more than the 2 before.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('examples, until 3 Nov 2031, 93 % labelled'),
    ).toBeInTheDocument();
    expect(screen.getByText('Example data, dates moved')).toBeInTheDocument();
    expect(screen.getByRole('img', { name: /by version/ })).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open cost' })).toHaveAttribute(
      'href',
      '/catalog/default/model/credit-risk/cost',
    );
    expect(getModelCost).toHaveBeenCalledWith(
      'model:default/credit-risk',
      { groupBy: 'version' },
      expect.anything(),
    );
  });

  it.each([
    ['as much as in the 2 before', { previousTotal: 412_000_000 }],
    ['50 % less than the 2 before', { previousTotal: 824_000_000 }],
    ['USD 412 in the last 2 days.', { previousTotal: undefined }],
    ['Nothing was spent in the last 2 days.', { total: 0 }],
  ])('says %s', async (text, change) => {
    const cost = { ...wholeDays, ...change };
    renderWithModel(<CostCard />, { getModelCost: async () => cost });
    expect(await screen.findByText(text, { exact: false })).toBeInTheDocument();
  });

  it('explains the marks of the days that no bar stands for', async () => {
    renderWithModel(<CostCard />, { getModelCost: async () => oddDays });
    expect(
      await screen.findByText(
        'USD 3.5 in 3 of the last 5 days; the others have no complete data.',
      ),
    ).toBeInTheDocument();
    const marks = [
      'ran at no cost',
      'nothing ran',
      'no data',
      'could not be read',
    ];
    for (const mark of marks)
      expect(screen.getByText(mark)).toBeInTheDocument();
  });

  it('tells nothing known from nothing run, and what to do', async () => {
    const state = oddDays.state.map(() => 'missing' as const);
    renderWithModel(<CostCard />, {
      getModelCost: async () => ({ ...oddDays, groups: [], state, total: 0 }),
    });
    expect(
      await screen.findByText('No cost is known for the last 5 days'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/modelyard.io\/model=credit-risk/),
    ).toBeInTheDocument();
  });

  it('says that nothing ran', async () => {
    renderWithModel(<CostCard />, {
      getModelCost: async () => ({ ...oddDays, groups: [], total: 0 }),
    });
    expect(
      await screen.findByText('Nothing of this model ran in the last 5 days'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^1 of these days could not be read/),
    ).toBeInTheDocument();
  });

  it('can be tried again', async () => {
    const getModelCost = jest
      .fn()
      .mockRejectedValueOnce(httpError(503))
      .mockResolvedValue(wholeDays);
    renderWithModel(<CostCard />, { getModelCost });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText(/^USD 412/)).toBeInTheDocument();
  });

  it('says who can give access', async () => {
    renderWithModel(<CostCard />, {
      getModelCost: () => Promise.reject(httpError(403)),
    });
    expect(await screen.findByText(/can give you access/)).toBeInTheDocument();
  });
});
