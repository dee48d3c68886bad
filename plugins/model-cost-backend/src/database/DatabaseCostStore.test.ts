import { createDatabases, openStores } from '../__testUtils__/openDatabases';
import { allocation, dayOf, modelPod } from '../__testUtils__/sourceDays';
import { Dimension } from '../domain/attribution';
import { bookDay, BookedDay, UnbookedDay } from '../domain/bookDay';
import { kubernetesRoller } from '../__testUtils__/rollers';

jest.setTimeout(60_000);

const readAt = '2026-11-04T00:00:00.000Z';
const ranges = [{ sourceId: 'a', from: '2026-11-01', to: '2026-11-30' }];

function booked(day: string, cost: number, model = 'm', version = '1') {
  return bookDay({ day, ...dayOf(model, version, cost) }, 'USD');
}

function totalsOf(rows: { day: string; amounts: { total: number } }[]) {
  return rows.map(row => [row.day, row.amounts.total]);
}

describe('cost stores', () => {
  const databases = createDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    async function setUp() {
      const stores = await openStores(databases, id);
      const book = (
        day: BookedDay | UnbookedDay,
        { sourceId = 'a', mark }: { sourceId?: string; mark?: string } = {},
      ) =>
        stores.ledger.bookDay(
          { sourceId, day, mark, readAt },
          kubernetesRoller(),
        );
      return { ...stores, book };
    }

    it('writes a day once, and a changed one as a new revision', async () => {
      const { book, costs, knex } = await setUp();
      expect(await book(booked('2026-11-03', 1))).toBe(true);
      expect(await book(booked('2026-11-03', 1))).toBe(false);
      expect(await book(booked('2026-11-03', 3))).toBe(true);
      expect(await costs.listDays(ranges)).toMatchObject([
        { day: '2026-11-03', revision: 2, state: 'ok', totals: { total: 3e6 } },
      ]);
      expect(
        totalsOf(await costs.listRollups({ models: ['m'], ranges })),
      ).toEqual([['2026-11-03', 3e6]]);
      const kept = await knex('cost_allocations').orderBy('revision');
      expect(kept.map(row => [row.revision, Number(row.total)])).toEqual([
        [1, 1e6],
        [2, 3e6],
      ]);
    });

    it('keeps a day that can not be read again', async () => {
      const { book, costs } = await setUp();
      const failed = {
        day: '2026-11-03',
        state: 'failed' as const,
        message: 'broken',
      };
      expect(await book(failed)).toBe(true);
      expect(await book(failed)).toBe(false);
      expect(await costs.listProblems('a', 5)).toMatchObject([
        { day: '2026-11-03', state: 'failed', message: 'broken' },
      ]);
      expect(await book(booked('2026-11-03', 1))).toBe(true);
      expect(await book(failed)).toBe(false);
      expect(await costs.listProblems('a', 5)).toEqual([]);
      expect(await costs.listDays(ranges)).toMatchObject([
        { state: 'ok', revision: 2, totals: { total: 1e6 } },
      ]);
    });

    it('reads and sums by model, span and labels', async () => {
      const { book, costs } = await setUp();
      await book(booked('2026-11-03', 1));
      await book(booked('2026-11-04', 2, 'm', '2'));
      await book(booked('2026-12-01', 4));
      await book(booked('2026-11-03', 8), { sourceId: 'b' });
      await book(booked('2026-11-05', 16, 'other'));
      expect(
        totalsOf(await costs.listRollups({ models: ['m'], ranges })),
      ).toEqual([
        ['2026-11-03', 1e6],
        ['2026-11-04', 2e6],
      ]);
      expect(await costs.listRollups({ models: ['m'], ranges: [] })).toEqual(
        [],
      );
      const sums = await costs.sumRollups({ ranges, dimensions: ['model'] });
      const byModel = sums.map(s => [s.attribution.model, s.amounts.total]);
      expect(byModel.sort()).toEqual([
        ['m', 3e6],
        ['other', 16e6],
      ]);
      const totals = async (
        by: Dimension[],
        models?: string[],
      ): Promise<string[]> => {
        const rows = await costs.sumTotals({ ranges, dimensions: by, models });
        return rows
          .map(row => `${by.map(d => row.attribution[d]).join()} ${row.total}`)
          .sort();
      };
      expect(await totals(['model'])).toEqual(['m 3000000', 'other 16000000']);
      expect(await totals(['owner'])).toEqual([' 19000000']);
      expect(await totals(['environment'])).toEqual(
        await totals(['environment'], ['m', 'other']),
      );
      expect(await totals(['environment'], ['m'])).toEqual(['prod 3000000']);
      expect(await totals(['model', 'version'], ['m'])).toEqual([
        'm,1 1000000',
        'm,2 2000000',
      ]);
      expect(await totals(['activity'])).toEqual([' 19000000']);
    });

    it('knows when each source was looked at and how far it reaches', async () => {
      const { book, costs, ledger } = await setUp();
      await ledger.recordCheck('a', readAt, 'gone');
      await ledger.recordCheck('a', readAt);
      await book(booked('2026-11-03', 1), { mark: 'one' });
      await book({ day: '2026-11-04', state: 'missing', message: 'none' });
      expect(await costs.listSources(['a', 'new'])).toEqual([
        {
          sourceId: 'a',
          checkedAt: readAt,
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
      await book(booked('2026-11-03', 1), { mark: 'two' });
      expect(
        await ledger.listKnownDays('a', '2026-11-01', '2026-11-30'),
      ).toMatchObject([
        { day: '2026-11-03', state: 'ok', mark: 'two', totals: { total: 1e6 } },
        { day: '2026-11-04', state: 'missing' },
      ]);
    });

    it('takes a day of many workloads and amounts beyond 32 bits', async () => {
      const { book, costs } = await setUp();
      const rows = Array.from({ length: 1500 }, (_, i) =>
        allocation(modelPod(`m${i % 900}`, '1'), 9000, { controller: `c${i}` }),
      );
      await book(bookDay({ day: '2026-11-03', allocations: rows }, 'USD'));
      const [record] = await costs.listDays(ranges);
      expect(record.totals?.total).toBe(1500 * 9000 * 1e6);
    });

    it('keeps every figure through the ledger and back', async () => {
      const { book, ledger, costs, knex } = await setUp();
      const rows = [
        allocation(modelPod('m', '1'), 4, {
          quantities: { cpuCoreHours: 10, cpuCoreHoursUsed: 5, gpuHours: 2 },
          gpuSharing: 'shared',
        }),
        allocation({ 'modelyard.io/service': 's' }, 2),
        allocation({}, 1, { namespace: 'kube-system' }),
        allocation({}, 8, { kind: 'idle' }),
      ];
      const usage = [
        {
          name: 'm',
          labels: new Map([['modelyard.io/service', 's']]),
          requests: 5e9,
          latencySeconds: { p95: 0.25 },
        },
      ];
      await book(
        bookDay(
          { day: '2026-11-03', allocations: rows, usage, nodeCost: 15 },
          'USD',
        ),
      );
      const read = async () => ({
        days: await costs.listDays(ranges),
        rollups: await costs.listRollups({ models: ['m'], ranges }),
        unlabelled: await costs.listUnlabelled({ ranges, offset: 0, limit: 9 }),
      });
      const before = await read();
      expect(before.days[0].totals).toEqual({
        attributed: 4e6,
        unattributed: 3e6,
        unmounted: 0,
        shared: 1e6,
        idle: 8e6,
        total: 15e6,
        sourceTotal: 15e6,
      });
      expect(before.rollups[0].measures).toEqual({
        cpuCoreHours: 10e6,
        gpuHours: 2e6,
        measured: 4e6,
        unused: 2e6,
        gpuApproximate: 0,
      });
      expect(before.unlabelled).toMatchObject({
        totalItems: 2,
        items: [
          { kind: 'workload', service: 's', total: 2e6, days: 1 },
          { kind: 'shared', pool: 'kubernetes', total: 1e6 },
        ],
      });
      expect(
        await costs.listUsage({ ranges, models: [], services: ['s'] }),
      ).toEqual([
        {
          sourceId: 'a',
          day: '2026-11-03',
          usage: {
            attribution: { service: 's' },
            requests: 5e9,
            latencyP95: 250000,
          },
        },
      ]);
      await ledger.forgetRollUps('a', ['2026-11-03']);
      await knex('cost_rollups').update({ total: 0 });
      const { signal } = new AbortController();
      expect(await ledger.reroll(kubernetesRoller(), signal)).toBe(1);
      expect(await ledger.reroll(kubernetesRoller(), signal)).toBe(0);
      expect(await read()).toEqual(before);
    });

    it('lets two replicas book one day, and counts it once', async () => {
      const { book, costs, knex } = await setUp();
      const day = booked('2026-11-03', 1);
      const written = await Promise.all([book(day), book(day), book(day)]);
      expect(written.filter(Boolean)).toHaveLength(1);
      await Promise.all([
        book(booked('2026-11-03', 2)),
        book(booked('2026-11-03', 5)),
      ]);
      const [record] = await costs.listDays(ranges);
      expect(record.revision).toBe(3);
      const rows = await costs.listRollups({ models: ['m'], ranges });
      expect(totalsOf(rows)).toEqual([['2026-11-03', record.totals?.total]]);
      const current = await knex('cost_days').where({ is_current: true });
      expect(current).toHaveLength(1);
    });
  });
});
