import { createDatabases, openStores } from '../../__testUtils__/openDatabases';
import { FakeSource } from '../../__testUtils__/FakeSource';
import {
  createLedger,
  FixtureConfig,
  readTotals,
} from '../../__testUtils__/ledgerFixture';
import { allocation, modelPod } from '../../__testUtils__/sourceDays';

jest.setTimeout(60_000);

const databases = createDatabases();

describe.each(databases.eachSupportedId())('DayReader, %p', id => {
  async function setUp(sources: FakeSource[], options?: FixtureConfig) {
    const stores = await openStores(databases, id);
    return { stores, ...createLedger(stores, sources, options) };
  }

  function measured(share: number | undefined) {
    const source = new FakeSource();
    for (const day of [15, 16, 17, 18, 19])
      source.days.set(`2026-11-${day}`, {
        allocations: [
          allocation(modelPod('m', '1'), 100),
          allocation({}, 50, { kind: 'idle' }),
        ],
      });
    source.days.set('2026-11-20', {
      allocations: [
        allocation(modelPod('m', '1'), 20),
        allocation({}, 130, { kind: 'idle' }),
      ],
    });
    source.readSampleShare = async () => share;
    return source;
  }

  it('believes no day that lacks samples, and says what to do', async () => {
    const source = measured(0.4);
    const { ingest, ledger, stores } = await setUp([source]);
    // The latest comes first, when there is nothing yet to compare with.
    source.days.delete('2026-11-20');
    await ingest.run();
    source.days.set('2026-11-20', {
      ...measured(0.4).days.get('2026-11-20'),
    });
    expect(await ingest.run()).toMatchObject([{ failed: 1 }]);
    expect((await ledger.open({})).state.slice(-2)).toEqual(['ok', 'failed']);
    const [problem] = await stores.costs.listProblems('s0', 5);
    expect(problem.message).toMatch(
      /^40 % of its samples are there: workloads cost 20 % .* or accept it/,
    );
  });

  it.each([
    [0.95, 'ok'],
    [undefined, 'failed'],
  ])('with a share of %p takes the day for %p', async (share, state) => {
    const source = measured(share);
    const last = source.days.get('2026-11-20') ?? new Error();
    source.days.delete('2026-11-20');
    const { ingest, ledger } = await setUp([source]);
    await ingest.run();
    source.days.set('2026-11-20', last);
    await ingest.run();
    expect((await ledger.open({})).state.slice(-1)).toEqual([state]);
  });

  it.each([
    [0.02, [/^Only 2 % of the day's samples are there\. Unless /]],
    [0.95, []],
    [undefined, []],
  ])('with a share of %p of a usual day, says so', async (share, notices) => {
    const source = measured(share);
    source.days.set('2026-11-20', {
      ...source.days.get('2026-11-19'),
    });
    const { ingest, ledger } = await setUp([source]);
    await ingest.run();
    const last = (await ledger.open({})).days.at(-1);
    expect(last).toMatchObject({ day: '2026-11-20', state: 'ok' });
    expect(last?.notices).toEqual(
      notices.map(notice => expect.stringMatching(notice)),
    );
    expect(await ingest.run()).toMatchObject([{ written: 0 }]);
  });

  it('keeps a day that shrinks because its samples are gone', async () => {
    const source = measured(0.1);
    const fixture = await setUp([source], { rereadDays: 10 });
    source.days.delete('2026-11-20');
    await fixture.ingest.run();
    source.days.set('2026-11-19', {
      allocations: [
        allocation(modelPod('m', '1'), 1),
        allocation({}, 149, { kind: 'idle' }),
      ],
    });
    await fixture.ingest.run();
    expect((await readTotals(fixture)).at(-1)).toEqual(['2026-11-19', 100e6]);
  });
});
