import { createDatabases, openStores } from '../../__testUtils__/openDatabases';
import { FakeSource } from '../../__testUtils__/FakeSource';
import {
  createLedger,
  FixtureConfig,
  readTotals,
} from '../../__testUtils__/ledgerFixture';
import { dayOf } from '../../__testUtils__/sourceDays';
import { toFraction } from '../../domain/rollUp/rates';

jest.setTimeout(60_000);

const databases = createDatabases();

describe.each(databases.eachSupportedId())('CostIngest, %p', id => {
  async function setUp(sources: FakeSource[], options?: FixtureConfig) {
    const stores = await openStores(databases, id);
    return { stores, ...createLedger(stores, sources, options) };
  }

  it('books closed days, and nothing on the second run', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-19', dayOf('m', '1', 1));
    source.days.set('2026-11-20', dayOf('m', '1', 2));
    source.days.set('2026-11-21', dayOf('m', '1', 4));
    const { ingest } = await setUp([source]);
    const result = { sourceId: 's0', days: 2, failed: 0 };
    expect(await ingest.run()).toEqual([{ ...result, written: 2 }]);
    expect(await ingest.run()).toEqual([{ ...result, written: 0 }]);
  });

  it('reads late days again, and old ones only when they are not ok', async () => {
    const source = new FakeSource();
    source.days.set('2026-10-01', dayOf('m', '1', 1));
    source.days.set('2026-10-02', new Error('gone'));
    source.days.set('2026-11-17', dayOf('m', '1', 1));
    source.days.set('2026-11-18', dayOf('m', '1', 1));
    const { ingest } = await setUp([source]);
    await ingest.run();
    source.asked.length = 0;
    await ingest.run();
    expect(source.asked).toEqual(['2026-11-18', '2026-10-02']);
  });

  it('reads a day of a source with marks only when its mark changes', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-20', dayOf('m', '1', 1));
    source.marks.set('2026-11-20', 'size 1');
    const fixture = await setUp([source]);
    await fixture.ingest.run();
    await fixture.ingest.run();
    expect(source.asked).toHaveLength(1);
    source.marks.set('2026-11-20', 'size 2');
    source.days.set('2026-11-20', dayOf('m', '1', 2));
    await fixture.ingest.run();
    await fixture.ingest.run();
    expect(source.asked).toHaveLength(2);
    expect(await readTotals(fixture)).toEqual([['2026-11-20', 2e6]]);
  });

  it('tells failed, missing and zero days apart', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-17', dayOf('m', '1', 1));
    source.days.set('2026-11-18', new Error('not valid JSON'));
    source.days.set('2026-11-19', { allocations: [] });
    source.days.set('2026-11-20', dayOf('m', '1', 0));
    const fixture = await setUp([source]);
    await fixture.ingest.run();
    const open = await fixture.ledger.open({
      from: '2026-11-16',
      to: '2026-11-20',
    });
    expect(open.state).toEqual(['missing', 'ok', 'failed', 'missing', 'ok']);
    expect(await readTotals(fixture)).toEqual([
      ['2026-11-17', 1e6],
      ['2026-11-20', 0],
    ]);
  });

  it('moves the days on the next day without writing', async () => {
    const source = new FakeSource();
    source.redate = true;
    source.days.set('2026-10-01', dayOf('m', '1', 1));
    const fixture = await setUp([source]);
    await fixture.ingest.run();
    expect(await readTotals(fixture)).toEqual([['2026-11-20', 1e6]]);
    fixture.time.now = new Date('2026-11-22T00:00:01Z');
    expect(await fixture.ingest.run()).toMatchObject([{ written: 0 }]);
    expect(await readTotals(fixture)).toEqual([['2026-11-21', 1e6]]);
  });

  it('moves days back where the clock is behind the record', async () => {
    const source = new FakeSource();
    source.redate = true;
    source.days.set('2027-01-01', dayOf('m', '1', 1));
    const fixture = await setUp([source]);
    expect(await fixture.ingest.run()).toMatchObject([{ written: 1 }]);
    expect(await readTotals(fixture)).toEqual([['2026-11-20', 1e6]]);
  });

  it('books no day that is open or ahead, whatever the clock of the source says', async () => {
    const source = new FakeSource();
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22'])
      source.days.set(day, dayOf('m', '1', 1));
    source.listDays = async () => [...source.days.keys()].map(day => ({ day }));
    const fixture = await setUp([source]);
    await fixture.ingest.run();
    expect(source.asked).toEqual(['2026-11-20']);
    expect(await readTotals(fixture)).toEqual([['2026-11-20', 1e6]]);
  });

  it('keeps what is booked when the own clock goes back', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-19', dayOf('m', '1', 1));
    source.days.set('2026-11-20', dayOf('m', '1', 2));
    const fixture = await setUp([source]);
    await fixture.ingest.run();
    fixture.time.now = new Date('2026-11-20T23:00:00Z');
    expect(await fixture.ingest.run()).toMatchObject([{ written: 0 }]);
    expect(await readTotals(fixture)).toEqual([['2026-11-19', 1e6]]);
    fixture.time.now = new Date('2026-11-21T00:00:00Z');
    expect(await readTotals(fixture)).toEqual([
      ['2026-11-19', 1e6],
      ['2026-11-20', 2e6],
    ]);
  });

  it('lets one source fail and goes on with the next', async () => {
    const broken = new FakeSource();
    broken.failure = new Error('folder is gone');
    const good = new FakeSource();
    good.days.set('2026-11-20', dayOf('m', '1', 1));
    const { ingest, ledger, time } = await setUp([broken, good]);
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
    const { ingest } = await setUp([source]);
    expect(await ingest.run(AbortSignal.abort())).toEqual([]);
  });

  it('converts by the rate of the day, and books none without a rate', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-18', dayOf('m', '1', 10));
    source.days.set('2026-11-19', dayOf('m', '1', 10));
    source.days.set('2026-11-20', dayOf('m', '1', 10));
    const rate = (from: string, text: string) => ({
      currency: 'EUR',
      from,
      ...(toFraction(text) ?? { numerator: 0n, denominator: 1n }),
    });
    const stores = await openStores(databases, id);
    const options = { currencies: ['EUR'] };
    const first = createLedger(stores, [source], {
      ...options,
      rates: [rate('2026-11-19', '1.1'), rate('2026-11-20', '1.25')],
    });
    await first.ingest.run();
    expect(await readTotals(first)).toEqual([
      ['2026-11-19', 11e6],
      ['2026-11-20', 12.5e6],
    ]);
    expect((await first.ledger.open({})).state.at(-3)).toBe('failed');
    const [problem] = await stores.costs.listProblems('s0', 5);
    expect(problem.message).toMatch(
      /no rate of EUR to USD holds on 2026-11-18/,
    );
    const second = createLedger(stores, [source], {
      ...options,
      rates: [rate('2026-01-01', '2')],
    });
    expect(await second.ingest.run()).toMatchObject([{ written: 0 }]);
    expect(await readTotals(second)).toEqual([
      ['2026-11-18', 20e6],
      ['2026-11-19', 20e6],
      ['2026-11-20', 20e6],
    ]);
  });

  it('keeps the currency of days that were booked before it changed', async () => {
    const source = new FakeSource();
    source.days.set('2026-11-10', dayOf('m', '1', 10));
    const stores = await openStores(databases, id);
    await createLedger(stores, [source]).ingest.run();
    source.days.set('2026-11-20', dayOf('m', '1', 10));
    const euro = createLedger(stores, [source], {
      currencies: ['EUR'],
      rates: [
        { currency: 'EUR', from: '2026-01-01', numerator: 2n, denominator: 1n },
      ],
    });
    expect(await euro.ingest.run()).toMatchObject([{ written: 1 }]);
    expect(await readTotals(euro)).toEqual([
      ['2026-11-10', 10e6],
      ['2026-11-20', 20e6],
    ]);
  });
});
