import { bookDay, BookedDay } from '../domain/bookDay';
import { createDatabases, openStore } from '../__testUtils__/openDatabases';
import { allocation, dayOf, modelPod } from '../__testUtils__/sourceDays';

jest.setTimeout(60_000);

const at = '2026-11-04T00:00:00.000Z';
const range = [{ sourceId: 'a', from: '2026-11-01', to: '2026-11-30' }];

function booked(day: string, cost: number, model = 'm', version = '1') {
  return bookDay(day, dayOf(model, version, cost), 'USD');
}

function totalsOf(rows: { day: string; amounts: { total: number } }[]) {
  return rows.map(row => [row.day, row.amounts.total]);
}

describe('DatabaseCostStore', () => {
  const databases = createDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    it('writes a day once, and a changed one as a new revision', async () => {
      const { store, knex } = await openStore(databases, id);
      expect(await store.bookDays('a', [booked('2026-11-03', 1)], at)).toBe(1);
      expect(await store.bookDays('a', [booked('2026-11-03', 1)], at)).toBe(0);
      expect(await store.bookDays('a', [booked('2026-11-03', 3)], at)).toBe(1);
      expect(await store.listDays(range)).toMatchObject([
        { day: '2026-11-03', revision: 2, state: 'ok', totals: { total: 3e6 } },
      ]);
      expect(totalsOf(await store.listRollups(['m'], range, 'USD'))).toEqual([
        ['2026-11-03', 3e6],
      ]);
      const kept = await knex('cost_allocations').orderBy('revision');
      expect(kept.map(row => [row.revision, Number(row.total)])).toEqual([
        [1, 1e6],
        [2, 3e6],
      ]);
    });

    it('keeps a day that can not be read again', async () => {
      const { store } = await openStore(databases, id);
      const failed = {
        day: '2026-11-03',
        state: 'failed' as const,
        message: 'broken',
      };
      expect(await store.bookDays('a', [failed], at)).toBe(1);
      expect(await store.bookDays('a', [failed], at)).toBe(0);
      expect(await store.listProblems('a', 5)).toMatchObject([
        { day: '2026-11-03', state: 'failed', message: 'broken' },
      ]);
      expect(await store.bookDays('a', [booked('2026-11-03', 1)], at)).toBe(1);
      expect(await store.bookDays('a', [failed], at)).toBe(0);
      expect(await store.listProblems('a', 5)).toEqual([]);
      expect(await store.listDays(range)).toMatchObject([
        { state: 'ok', revision: 2, totals: { total: 1e6 } },
      ]);
    });

    it('reads and sums by model, span, currency and labels', async () => {
      const { store } = await openStore(databases, id);
      await store.bookDays('a', [booked('2026-11-03', 1)], at);
      await store.bookDays('a', [booked('2026-11-04', 2, 'm', '2')], at);
      await store.bookDays('a', [booked('2026-12-01', 4)], at);
      await store.bookDays('b', [booked('2026-11-03', 8)], at);
      await store.bookDays('a', [booked('2026-11-05', 16, 'other')], at);
      expect(totalsOf(await store.listRollups(['m'], range, 'USD'))).toEqual([
        ['2026-11-03', 1e6],
        ['2026-11-04', 2e6],
      ]);
      expect(await store.listRollups(['m'], range, 'EUR')).toEqual([]);
      expect(await store.listRollups(['m'], [], 'USD')).toEqual([]);
      const sums = await store.sumRollups({
        ranges: range,
        currency: 'USD',
        dimensions: ['model'],
      });
      const byModel = sums.map(s => [s.attribution.model, s.amounts.total]);
      expect(byModel.sort()).toEqual([
        ['m', 3e6],
        ['other', 16e6],
      ]);
    });

    it('knows when each source was looked at and how far it reaches', async () => {
      const { store } = await openStore(databases, id);
      await store.recordCheck('a', at, 'gone');
      await store.recordCheck('a', at);
      await store.bookDays('a', [booked('2026-11-03', 1)], at);
      await store.bookDays(
        'a',
        [{ day: '2026-11-04', state: 'missing', message: 'none' }],
        at,
      );
      expect(await store.listSources(['a', 'new'])).toEqual([
        {
          sourceId: 'a',
          checkedAt: at,
          error: undefined,
          firstDay: '2026-11-03',
          lastDay: '2026-11-04',
          lastOkDay: '2026-11-03',
          counts: { ok: 1, missing: 1, failed: 0 },
        },
        expect.objectContaining({
          sourceId: 'new',
          firstDay: undefined,
          counts: { ok: 0, missing: 0, failed: 0 },
        }),
      ]);
    });

    it('takes a day of many workloads and amounts beyond 32 bits', async () => {
      const { store } = await openStore(databases, id);
      const rows = Array.from({ length: 1500 }, (_, i) =>
        allocation(modelPod(`m${i % 900}`, '1'), 9000, { controller: `c${i}` }),
      );
      const day = bookDay('2026-11-03', { allocations: rows }, 'USD');
      expect((day as BookedDay).workloads).toHaveLength(1500);
      await store.bookDays('a', [day], at);
      const [record] = await store.listDays(range);
      expect(record.totals?.total).toBe(1500 * 9000 * 1e6);
    });
  });
});
