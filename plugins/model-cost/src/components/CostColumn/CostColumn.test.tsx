import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { ModelCostApi } from '@modelyard/plugin-model-cost-common';
import { screen } from '@testing-library/react';
import { costApiRef } from '../../api/costApiRef';
import { fakeCost, httpError, oddDays } from '../../__testUtils__/fakeCost';
import { CostCell } from './CostCell';
import { CostColumnProvider } from './CostColumnProvider';

function row(name: string): ModelRow {
  return {
    ref: `model:default/${name}`,
    title: name,
    aliases: {},
    versionCount: 1,
    source: { id: 'examples', state: 'fresh' },
  };
}

function renderColumn(calls: Partial<ModelCostApi>, rows: ModelRow[]) {
  renderInTestApp(
    <CostColumnProvider rows={rows}>
      {rows.map(r => (
        <CostCell key={r.ref} row={r} />
      ))}
    </CostColumnProvider>,
    { apis: [[costApiRef, fakeCost(calls)]] },
  );
}

const { currency, from, to, days, state, freshness } = oddDays;
const head = { currency, from, to, days, state, freshness };

describe('cost column', () => {
  it('loads all models of the page at once', async () => {
    const listModelCosts = jest.fn(async () => ({
      ...head,
      items: [
        {
          ref: 'model:default/a',
          total: 7_000_000,
          perDay: [7_000_000, 0, null, null, null],
        },
        { ref: 'model:default/b', total: 0, perDay: days.map(() => null) },
      ],
      totalItems: 2,
    }));
    renderColumn({ listModelCosts }, [row('a'), row('b')]);
    expect(await screen.findByText('USD 7')).toBeInTheDocument();
    expect(screen.getByText('no cost known')).toBeInTheDocument();
    expect(listModelCosts).toHaveBeenCalledTimes(1);
  });

  it('asks for at most a hundred models in one call', async () => {
    const listModelCosts = jest.fn(async ({ ref }: { ref: string[] }) => ({
      ...head,
      items: ref.map(r => ({ ref: r, total: 1_000_000, perDay: [1_000_000] })),
      totalItems: ref.length,
    }));
    renderColumn(
      { listModelCosts },
      Array.from({ length: 101 }, (_, i) => row(`m${i}`)),
    );
    expect(await screen.findAllByText('USD 1')).toHaveLength(101);
    expect(
      listModelCosts.mock.calls.map(([query]) => query.ref.length),
    ).toEqual([100, 1]);
  });

  it('says when the costs could not be loaded', async () => {
    renderColumn({ listModelCosts: () => Promise.reject(httpError(503)) }, [
      row('a'),
    ]);
    expect(await screen.findByText('could not be loaded')).toBeInTheDocument();
  });
});
