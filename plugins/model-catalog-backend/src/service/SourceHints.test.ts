import { TestDatabases } from '@backstage/backend-test-utils';
import { createSyncFixture, model, page } from '../__testUtils__/syncFixture';
import { until } from '../__testUtils__/until';
import { openDatabase } from '../database/openDatabase';
import { SourceHints } from './SourceHints';

jest.setTimeout(60_000);

describe.each(TestDatabases.create().eachSupportedId())(
  'SourceHints on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    async function setUp(replicas = 1) {
      const fixture = await createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
      const { connector, createReplica, logger, source } = fixture;
      /** Ends the runs that are going on, in the order in which they began. */
      const ends: (() => void)[] = [];
      connector.pages = [
        () =>
          new Promise(resolve => {
            ends.push(() => resolve(page(model([]))));
          }),
      ];
      const all = Array.from({ length: replicas }, () => {
        const { engine, runs } = createReplica();
        const findLatestRun = jest.fn((sourceId: string) =>
          runs.findLatestRun(sourceId),
        );
        const hints = SourceHints.create({
          engine,
          logger,
          pauseMs: 10,
          runs: { findLatestRun },
        });
        const hint = () => hints.hint(source);
        return { engine, runs, hint, hints, looks: findLatestRun.mock.calls };
      });
      const begun = (count: number) => until(() => ends.length === count);
      const endRun = async (nth: number) => {
        const { runs } = all[0];
        const runId = (await runs.findLatestRun('one'))?.runId ?? '';
        ends[nth - 1]();
        await until(
          async () => (await runs.findRun('one', runId))?.state === 'succeeded',
        );
      };
      /** Each replica that was told has seen what is going on. */
      const looked = () =>
        until(() => all.every(({ looks }) => looks.length > 0));
      /** Another hint leads to this run, so none has waited before it. */
      const expectNext = async (nth: number) => {
        all[0].hint();
        await begun(nth);
        await endRun(nth);
        all[0].hint();
        await begun(nth + 1);
        await endRun(nth + 1);
      };
      return { ...fixture, all, begun, endRun, ends, expectNext, looked };
    }

    it('gathers hints into one run', async () => {
      const { all, begun, endRun, expectNext } = await setUp();
      for (let n = 0; n < 100; n += 1) all[0].hint();
      await begun(1);
      await endRun(1);
      await expectNext(2);
    });

    it('has one more run follow the one that is going on', async () => {
      const { all, begun, ends, looked, source, ...more } = await setUp();
      const { endRun, expectNext } = more;
      await all[0].engine.start(source);
      await begun(1);
      for (let n = 0; n < 100; n += 1) all[0].hint();
      await looked();
      expect(ends).toHaveLength(1);
      await endRun(1);
      await begun(2);
      // And one after that for what is said during the second one.
      all[0].hint();
      await endRun(2);
      await begun(3);
      await endRun(3);
      await expectNext(4);
    });

    it('counts a run that another replica began after the hint', async () => {
      const { all, begun, looked, source, ...more } = await setUp(3);
      const { endRun, expectNext } = more;
      await all[1].engine.start(source);
      await begun(1);
      for (const { hint } of [...all, ...all]) hint();
      await looked();
      await endRun(1);
      await begun(2);
      await endRun(2);
      await expectNext(3);
    });

    it('goes on after a run whose process was lost', async () => {
      const { all, begun, createReplica, expectNext, source } = await setUp();
      await createReplica(-1).engine.start(source);
      await begun(1);
      await expectNext(2);
      expect(all).toHaveLength(1);
    });

    it('leaves it to the schedule when it stops, or can’t look', async () => {
      const { all, logger, source, ends } = await setUp();
      all[0].hint();
      all[0].hints.stop();
      const broken = SourceHints.create({
        engine: all[0].engine,
        logger,
        pauseMs: 1,
        runs: { findLatestRun: () => Promise.reject(new Error('no database')) },
      });
      broken.hint(source);
      await until(() => logger.warn.mock.calls.length > 0);
      expect(logger.warn.mock.calls).toEqual([
        [expect.stringMatching(/"one" is left to the schedule.*no database/)],
      ]);
      expect(ends).toEqual([]);
    });
  },
);
