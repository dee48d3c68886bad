import { FakeSource } from '../../__testUtils__/FakeSource';
import { createLedger } from '../../__testUtils__/ledgerFixture';
import { createDatabases, openStores } from '../../__testUtils__/openDatabases';
import { allocation, dayOf, modelPod } from '../../__testUtils__/sourceDays';
import { eachDay } from '../../domain/days';

jest.setTimeout(60_000);

const span = { from: '2026-10-01', until: '2026-10-31' };
const days = eachDay(span.from, span.until);
const requestedAt = '2026-11-21T03:00:00.000Z';

describe('BackfillRunner', () => {
  const databases = createDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    async function setUp() {
      const stores = await openStores(databases, id);
      const source = new FakeSource();
      for (const day of days) source.days.set(day, dayOf('m', '1', 1));
      const fixture = createLedger(stores, [source]);
      const add = (more: { sourceId?: string; acceptSuspect?: boolean } = {}) =>
        stores.queue.add({
          sourceId: 's0',
          acceptSuspect: false,
          requestedBy: 'user:default/finops',
          requestedAt,
          ...span,
          ...more,
        });
      return { ...fixture, stores, source, add };
    }

    it('reads every day of the span, the latest first, also booked ones', async () => {
      const { backfills, stores, source, add } = await setUp();
      const { id: runId } = await add();
      await backfills.run();
      expect(await stores.queue.find('s0', runId)).toMatchObject({
        state: 'succeeded',
        days: 31,
        written: 31,
        failed: 0,
        doneFrom: '2026-10-01',
      });
      source.days.set('2026-10-05', dayOf('m', '1', 9));
      source.days.set('2026-10-06', new Error('the file is gone'));
      const { id: again } = await add();
      await backfills.run();
      expect(await stores.queue.find('s0', again)).toMatchObject({
        days: 31,
        written: 1,
        failed: 1,
      });
      expect((await stores.queue.list('s0', 5)).map(b => b.state)).toEqual([
        'succeeded',
        'succeeded',
      ]);
    });

    it('stops after the day it is at, and keeps what is booked', async () => {
      const { backfills, stores, source, add } = await setUp();
      const { id: runId } = await add();
      const whole = source.readDays.bind(source);
      source.readDays = async function* stopping(asked, options) {
        for await (const answer of whole(asked, options)) {
          if (source.asked.length === 3) await stores.queue.requestStop(runId);
          yield answer;
        }
      };
      await backfills.run();
      expect(await stores.queue.find('s0', runId)).toMatchObject({
        state: 'stopped',
      });
      const known = await stores.ledger.listKnownDays(
        's0',
        span.from,
        span.until,
      );
      expect(known).toHaveLength(3);
    });

    it('goes on where it was interrupted, in another process', async () => {
      const { backfills, stores, source, add } = await setUp();
      const { id: runId } = await add();
      const controller = new AbortController();
      const whole = source.readDays.bind(source);
      source.readDays = async function* dying(asked, options) {
        for await (const answer of whole(asked, options)) {
          if (source.asked.length === 15) controller.abort();
          yield answer;
        }
      };
      await backfills.run(controller.signal);
      const left = await stores.queue.find('s0', runId);
      expect(left).toMatchObject({ state: 'running', days: 10 });
      source.readDays = whole;
      source.asked.length = 0;
      await backfills.run();
      expect(await stores.queue.find('s0', runId)).toMatchObject({
        state: 'succeeded',
        days: 31,
      });
      expect(source.asked).toHaveLength(21);
    });

    it('runs beside the schedule, and counts no day twice', async () => {
      const { backfills, ingest, stores, add } = await setUp();
      await add();
      await Promise.all([backfills.run(), ingest.run(), ingest.run()]);
      const ranges = [{ sourceId: 's0', from: span.from, to: span.until }];
      const sums = await stores.costs.sumRollups({
        ranges,
        dimensions: ['model'],
      });
      expect(sums[0].amounts.total).toBe(31e6);
      const read = await stores.costs.listDays(ranges);
      expect(read.map(({ revision }) => revision)).toEqual(days.map(() => 1));
    });

    it('books what looks incomplete only where a person accepts it', async () => {
      const { backfills, ingest, stores, source, add } = await setUp();
      source.readSampleShare = async () => undefined;
      await ingest.run();
      source.days.set('2026-10-20', {
        allocations: [
          allocation(modelPod('m', '1'), 0.1),
          allocation({}, 0.9, { kind: 'idle' }),
        ],
      });
      await add();
      await backfills.run();
      const ranges = [{ sourceId: 's0', from: '2026-10-20', to: '2026-10-20' }];
      expect(await stores.costs.listDays(ranges)).toMatchObject([
        { revision: 1, totals: { total: 1e6 } },
      ]);
      await add({ acceptSuspect: true });
      await backfills.run();
      expect(await stores.costs.listDays(ranges)).toMatchObject([
        {
          revision: 2,
          totals: { total: 1e6, attributed: 1e5 },
          notices: [
            expect.stringMatching(/^Booked as accepted: workloads cost/),
          ],
        },
      ]);
    });

    it('says why it failed', async () => {
      const { backfills, stores, source, add } = await setUp();
      source.failure = new Error('the folder is gone');
      const { id: first } = await add();
      const { id: second } = await add({ sourceId: 'gone' });
      await backfills.run();
      expect(await stores.queue.find('s0', first)).toMatchObject({
        state: 'failed',
        message: 'the folder is gone',
      });
      expect(await stores.queue.find('gone', second)).toMatchObject({
        message: 'the source is no longer in modelCost.sources',
      });
    });
  });
});
