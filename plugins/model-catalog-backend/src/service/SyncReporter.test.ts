import { TestDatabases } from '@backstage/backend-test-utils';
import { metrics } from '@opentelemetry/api';
import { MeterRecorder } from '../__testUtils__/meterRecorder';
import {
  createSyncFixture,
  model,
  page,
  version,
} from '../__testUtils__/syncFixture';
import { openDatabase } from '../database/openDatabase';

jest.setTimeout(60_000);

const attributes = { source: 'one', type: 'fake' };
const seconds = expect.closeTo(0, -2);

describe.each(TestDatabases.create().eachSupportedId())(
  'what operators are told of a run, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    afterEach(() => metrics.disable());

    async function setUp() {
      const recorder = new MeterRecorder();
      metrics.setGlobalMeterProvider(recorder);
      const db = await openDatabase({
        getClient: async () => databases.init(id),
      });
      const fixture = await createSyncFixture(db);
      const { logger } = fixture;
      /** Every line above debug since the last look, and what was measured. */
      const take = () => {
        const lines = (['error', 'warn', 'info'] as const).flatMap(level =>
          logger[level].mock.calls.map(call => [level, ...call]),
        );
        for (const level of ['error', 'warn', 'info'] as const)
          logger[level].mockClear();
        return { lines, measured: recorder.measured.splice(0) };
      };
      const lastRunId = async () =>
        (await fixture.runs.findLatestRun('one'))?.runId;
      return { ...fixture, db, take, lastRunId };
    }

    /** Each metric, with unit and attributes, as one run leaves it. */
    const measuredOnce = (outcome: string, written: number) => {
      const meter = 'modelyard.model-catalog';
      const ended = { ...attributes, outcome };
      return [
        {
          meter,
          name: 'modelyard.source.runs',
          kind: 'counter',
          unit: '{run}',
          value: 1,
          attributes: ended,
        },
        {
          meter,
          name: 'modelyard.source.duration',
          kind: 'histogram',
          unit: 's',
          value: seconds,
          attributes: ended,
        },
        {
          meter,
          name: 'modelyard.source.rows_written',
          kind: 'counter',
          unit: '{row}',
          value: written,
          attributes,
        },
      ];
    };

    it('is one line with its figures, and each metric once', async () => {
      const { sync, take, lastRunId } = await setUp();
      const both = page(model([version('1'), version('2')]));
      for (const written of [3, 0]) {
        await sync(both);
        const { lines, measured } = take();
        expect(lines).toEqual([
          [
            'info',
            `Synced source "one": 1 models, ${written} rows written, 0 problems`,
            {
              sourceId: 'one',
              runId: await lastRunId(),
              state: 'succeeded',
              durationMs: expect.any(Number),
              models: 1,
              written,
              problems: 0,
            },
          ],
        ]);
        expect(measured).toEqual(measuredOnce('succeeded', written));
      }
      // What a sweep removes is written too.
      await sync(page(model([version('1')])));
      expect(take().measured[2].value).toBe(1);
    });

    it('is one warning with the remedy when something was left unread', async () => {
      const { sync, take, lastRunId } = await setUp();
      const problem = { file: 'b.yaml', line: 3, message: 'is missing' };
      const { error } = await sync({
        ...page(model([version('1')])),
        problems: [problem],
      });
      const { lines, measured } = take();
      expect(error).toContain('b.yaml:3 is missing');
      expect(lines).toEqual([
        [
          'warn',
          `Synced source "one": 1 models, 2 rows written, 1 problems. ${error}`,
          {
            sourceId: 'one',
            runId: await lastRunId(),
            state: 'succeeded',
            durationMs: expect.any(Number),
            models: 1,
            written: 2,
            problems: 1,
          },
        ],
      ]);
      expect(measured).toEqual(measuredOnce('succeeded', 2));
    });

    it('is one warning with the remedy when it failed, with what it wrote before', async () => {
      const { sync, take, lastRunId } = await setUp();
      const remedy = '503 from the registry; check that it runs';
      await sync(page(model([version('1')])), async () => {
        throw new Error(remedy);
      });
      const { lines, measured } = take();
      expect(lines).toEqual([
        [
          'warn',
          `Sync of source "one" failed: ${remedy}`,
          {
            sourceId: 'one',
            runId: await lastRunId(),
            state: 'failed',
            durationMs: expect.any(Number),
            models: 1,
            written: 2,
            problems: 0,
          },
        ],
      ]);
      expect(measured).toEqual(measuredOnce('failed', 2));
    });

    it('tells of a run that nobody could end, when the next one begins', async () => {
      const { createReplica, createSource, sync, take } = await setUp();
      // Its lease is over at once, and it never gets further.
      const { engine } = createReplica(-1);
      const { source, connector } = createSource('one');
      connector.pages = [() => new Promise(() => undefined)];
      const { runId } = await engine.start(source);
      await sync(page(model([version('1')])));
      const { lines, measured } = take();
      expect(lines).toEqual([
        [
          'warn',
          expect.stringMatching(/"one" failed: .* look for restarts/),
          { sourceId: 'one', runId, state: 'failed' },
        ],
        ['info', expect.any(String), expect.any(Object)],
      ]);
      const [lost, ...rest] = measured;
      expect(lost).toEqual(measuredOnce('failed', 0)[0]);
      expect(rest).toEqual(measuredOnce('succeeded', 2));
      await engine.stop();
    });
  },
);
