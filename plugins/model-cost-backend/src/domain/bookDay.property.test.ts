import fc from 'fast-check';
import {
  AllocationKind,
  SourceAllocation,
} from '@modelyard/plugin-model-cost-node';
import { allocation } from '../__testUtils__/sourceDays';
import { bookDay } from './bookDay';

/** Amounts as OpenCost rounds them: to five places. */
const cost = fc.integer({ min: -1e9, max: 1e9 }).map(n => n / 1e5);

const row: fc.Arbitrary<SourceAllocation> = fc
  .record({
    kind: fc.constantFrom<AllocationKind>('workload', 'idle', 'unmounted'),
    model: fc.option(fc.constantFrom('a', 'b', 'constructor', '__proto__')),
    costs: fc.record({
      cpu: cost,
      ram: cost,
      gpu: cost,
      storage: cost,
      network: cost,
      loadBalancer: cost,
      shared: cost,
      external: cost,
    }),
    rounding: fc.integer({ min: -4, max: 4 }).map(n => n / 1e5),
  })
  .map(({ kind, model, costs, rounding }) => {
    const parts = Object.values(costs).reduce((sum, part) => sum + part, 0);
    return allocation(model === null ? {} : { modelyard_io_model: model }, 0, {
      kind,
      costs,
      totalCost: Math.round((parts + rounding) * 1e5) / 1e5,
    });
  });

const rows = fc.array(row, { minLength: 1, maxLength: 40 });

function book(allocations: SourceAllocation[]) {
  const day = bookDay({ day: '2026-11-03', allocations }, 'USD');
  if (day.state !== 'ok') throw new Error(day.message);
  const { totals } = day;
  if (!totals) throw new Error('a day of cost has totals');
  return { ...day, totals };
}

describe('bookDay, whatever the rows', () => {
  it('loses no micro and books none twice', () => {
    fc.assert(
      fc.property(rows, allocations => {
        const { totals, workloads } = book(allocations);
        const said = allocations.reduce(
          (sum, { totalCost }) => sum + Math.round(totalCost * 1e6),
          0,
        );
        expect(totals.total).toBe(said);
        for (const { total, ...parts } of workloads.map(w => w.amounts))
          expect(Object.values(parts).reduce((s, v) => s + v, 0)).toBe(total);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(rows, allocations => {
        const shuffled = [...allocations].reverse();
        expect(book(shuffled).digest).toBe(book(allocations).digest);
      }),
    );
  });
});
