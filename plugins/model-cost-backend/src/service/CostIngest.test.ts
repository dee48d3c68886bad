import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { CostSource, SourceDay } from '@modelyard/plugin-model-cost-node';
import { CostConfig } from '../config/readCostConfig';
import { DatabaseCostStore } from '../database/DatabaseCostStore';
import { dayOf } from '../__testUtils__/sourceDays';
import { CostIngest } from './CostIngest';
import { LedgerReader } from './LedgerReader';

class FakeSource implements CostSource {
  readonly days = new Map<string, SourceDay | Error>();
  failure?: Error;
  redate = false;

  async listDays(until: string) {
    if (this.failure) throw this.failure;
    return [...this.days.keys()].filter(day => day <= until);
  }

  async readDay(day: string) {
    const content = this.days.get(day);
    if (!content || content instanceof Error) throw content;
    return content;
  }
}

describe('CostIngest', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function setUp(...sources: FakeSource[]) {
    const knex = await databases.init('SQLITE_3');
    const store = await DatabaseCostStore.create({
      database: mockServices.database({ knex, migrations: { skip: false } }),
    });
    const config: CostConfig = {
      currency: 'USD',
      schedule: { frequency: { hours: 1 }, timeout: { hours: 1 } },
      sources: sources.map((source, index) => ({
        id: `s${index}`,
        type: 'fake',
        redate: source.redate,
        source,
      })),
    };
    const time = { now: new Date('2026-11-21T03:00:00Z') };
    const clock = () => time.now;
    const logger = mockServices.logger.mock();
    const ingest = CostIngest.create({ store, config, logger, clock });
    const ledger = LedgerReader.create({ store, config, clock });
    return { ingest, ledger, store, time };
  }

  it('books closed days, and nothing on the second run', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-19', dayOf('m', '1', 1));
    source.days.set('2026-11-20', dayOf('m', '1', 2));
    source.days.set('2026-11-21', dayOf('m', '1', 4));
    const { ingest } = await setUp(source);
    expect(await ingest.run()).toEqual([
      { sourceId: 's0', days: 2, written: 2 },
    ]);
    expect(await ingest.run()).toEqual([
      { sourceId: 's0', days: 2, written: 0 },
    ]);
  });

  it('tells failed, missing and zero days apart', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-17', dayOf('m', '1', 1));
    source.days.set('2026-11-18', new Error('not valid JSON'));
    source.days.set('2026-11-19', { allocations: [] });
    source.days.set('2026-11-20', dayOf('m', '1', 0));
    const { ingest, ledger } = await setUp(source);
    await ingest.run();
    const open = await ledger.open({ from: '2026-11-16', to: '2026-11-20' });
    expect(open.state).toEqual(['missing', 'ok', 'failed', 'missing', 'ok']);
    const rows = await ledger.readRows(['m'], open);
    expect(rows.map(row => [row.day, row.amounts.total])).toEqual([
      ['2026-11-17', 1e6],
      ['2026-11-20', 0],
    ]);
  });

  it('moves the days on the next day without writing', async () => {
    const source = new FakeSource();
    source.redate = true;
    source.days.set('2026-10-01', dayOf('m', '1', 1));
    const { ingest, ledger, time } = await setUp(source);
    await ingest.run();
    const shown = async () => {
      const rows = await ledger.readRows(['m'], await ledger.open({}));
      return rows.map(row => row.day);
    };
    expect(await shown()).toEqual(['2026-11-20']);
    time.now = new Date('2026-11-22T00:00:01Z');
    expect(await ingest.run()).toMatchObject([{ written: 0 }]);
    expect(await shown()).toEqual(['2026-11-21']);
  });

  it('moves days back where the clock is behind the record', async () => {
    const source = new FakeSource();
    source.redate = true;
    source.days.set('2027-01-01', dayOf('m', '1', 1));
    const { ingest, ledger } = await setUp(source);
    expect(await ingest.run()).toMatchObject([{ written: 1 }]);
    const rows = await ledger.readRows(['m'], await ledger.open({}));
    expect(rows.map(row => row.day)).toEqual(['2026-11-20']);
  });

  it('lets one source fail and goes on with the next', async () => {
    const broken = new FakeSource();
    broken.failure = new Error('folder is gone');
    const good = new FakeSource();
    good.days.set('2026-11-20', dayOf('m', '1', 1));
    const { ingest, ledger, time } = await setUp(broken, good);
    expect(await ingest.run()).toMatchObject([
      { sourceId: 's0', error: 'folder is gone' },
      { sourceId: 's1', written: 1 },
    ]);
    const { views } = await ledger.readSources(time.now);
    expect(views.map(view => view.health.state)).toEqual(['failed', 'fresh']);
    broken.failure = undefined;
    await ingest.run();
    expect((await ledger.open({})).freshness.sources[0].state).toBe('stale');
  });

  it('stops between days when it is told to', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-20', dayOf('m', '1', 1));
    const { ingest } = await setUp(source);
    expect(await ingest.run(AbortSignal.abort())).toEqual([]);
  });
});
