import { UnitCostGroup, UnitCosts } from '@modelyard/plugin-model-cost-common';
import { screen, within } from '@testing-library/react';
import { httpError, wholeDays } from '../../__testUtils__/fakeCost';
import { renderWithModel } from '../../__testUtils__/renderWithModel';
import { CostTab } from './CostTab';

const group: UnitCostGroup = {
  key: 'total',
  days: 1,
  cost: 9_000_000,
  requests: 6000,
  latencySeconds: { p95: 0.2518 },
  gpu: { cost: 6_000_000, hours: 24, hoursUsed: 6, approximate: 2_000_000 },
  per1000Requests: { amount: 1_500_000, volume: 6000, minimumVolume: 1000 },
  perMillionTokens: {
    volume: 20,
    minimumVolume: 100_000,
    reason: 'below_minimum',
  },
};

const units = (...groups: UnitCostGroup[]): UnitCosts => ({
  currency: 'USD',
  from: '2031-11-01',
  to: '2031-11-02',
  days: 2,
  groups,
  freshness: wholeDays.freshness,
});

async function rowsOf() {
  const table = await screen.findByRole('table', {
    name: 'Cost per request and token',
  });
  return within(table)
    .getAllByRole('row')
    .map(row => [...row.children].map(cell => cell.textContent));
}

describe('UnitCostsTable', () => {
  it('tells amounts with their volume, or the reason, and GPU use beside its cost', async () => {
    const getUnitCosts = jest.fn(async () => units(group));
    renderWithModel(
      <CostTab />,
      { getModelCost: async () => wholeDays, getUnitCosts },
      '/?groupBy=component',
    );
    expect((await rowsOf())[1]).toEqual([
      'The whole model1 of 2 days have cost and use',
      'USD 1.5of 6,000',
      'too few: below 100,000of 20',
      '0.252 s',
      'USD 66 of 24 GPU hours busy (25 %)USD 2 of it approximate: shared GPUs or slices',
    ]);
    expect(getUnitCosts).toHaveBeenLastCalledWith(
      'model:default/credit-risk',
      expect.objectContaining({ groupBy: 'none' }),
      expect.anything(),
    );
  });

  it('says what is not measured, by version', async () => {
    const { gpu, latencySeconds, ...rest } = group;
    const unmeasured = { minimumVolume: 1000, reason: 'no_usage' as const };
    renderWithModel(<CostTab />, {
      getModelCost: async () => wholeDays,
      getUnitCosts: async () =>
        units({
          ...rest,
          key: '7',
          gpu: { cost: 6_000_000, hours: 24 },
          per1000Requests: unmeasured,
          perMillionTokens: unmeasured,
        }),
    });
    expect((await rowsOf())[1]).toEqual([
      'Version 71 of 2 days have cost and use',
      'not measured',
      'not measured',
      '–',
      'USD 6use is not measured',
    ]);
  });

  it('can fail while the cost stays', async () => {
    renderWithModel(<CostTab />, {
      getModelCost: async () => wholeDays,
      getUnitCosts: () => Promise.reject(httpError(503)),
    });
    expect(
      await screen.findByText('Unit costs could not be loaded'),
    ).toBeInTheDocument();
    expect(screen.getByRole('table', { name: 'Cost per day' })).toBeVisible();
  });

  it('says how it is counted, and what the sources say', async () => {
    renderWithModel(<CostTab />, {
      getModelCost: async () => ({
        ...wholeDays,
        allocation: { idle: 'proportional', shared: 'separate' },
        measures: {
          measured: 10_000_000,
          unused: 4_000_000,
          gpuApproximate: 1_000_000,
        },
        notices: [{ sourceId: 'eu1', message: 'Not reconciled.', days: 2 }],
      }),
    });
    const counted = await screen.findByRole('region', {
      name: 'How this is counted',
    });
    const lines = within(counted).getAllByRole('listitem');
    expect(lines.map(line => line.textContent)).toEqual([
      'Idle capacity is borne by what ran in its cluster, in proportion to its cost.',
      'What serves everybody, such as gateways, stands apart and is in no model’s cost.',
      'Days close at midnight in UTC, whatever zone you are in.',
      'USD 4 of USD 10 for CPU and memory was set aside and not used.',
      'USD 1 for shared GPUs or slices is approximate, as it is billed by what was asked for.',
      'eu1, 2 days: Not reconciled.',
    ]);
  });
});
