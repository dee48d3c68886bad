import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSyncFixture,
  model,
  page,
  ref,
  version,
} from '../__testUtils__/syncFixture';
import { unfiltered } from '../database/modelFilter';
import { openDatabase } from '../database/openDatabase';
import { stateOf } from './toSource';

jest.setTimeout(120_000);

/** Everything but the time of day. */
const timers = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'clearImmediate',
  'nextTick',
  'hrtime',
  'performance',
  'queueMicrotask',
] as const;

describe.each(TestDatabases.create().eachSupportedId())(
  'bad days of a sync, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const setUp = async () =>
      createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );

    it('takes longer than its schedule allows, and goes on', async () => {
      const { sync, source, models, runs, logger } = await setUp();
      source.schedule = {
        frequency: { minutes: 5 },
        timeout: { milliseconds: 200 },
      };
      const never = () => new Promise<never>(() => undefined);
      const { error } = await sync(page(model([])), never);
      const state = async () =>
        stateOf(
          (await runs.getHealth()).get('one'),
          source.schedule,
          new Date(),
        );
      expect(await state()).toBe('failed');
      expect(error).toContain("Raise the source's schedule.timeout");
      expect(logger.warn.mock.calls.map(([line]) => line)).toEqual([
        expect.stringContaining(`${error}`),
      ]);
      const count = async () =>
        (await models.listModels({}, unfiltered)).totalItems;
      expect(await count()).toBe(1);
      source.schedule = {
        frequency: { minutes: 5 },
        timeout: { seconds: 30 },
      };
      const more = model([], { nativeId: 'b', name: 'b', location: 'b' });
      await sync(page(model([]), more));
      expect([await count(), await state()]).toEqual([2, 'fresh']);
    });

    it('has 5,000 versions in one model', async () => {
      const { sync, models } = await setUp();
      const many = Array.from({ length: 5000 }, (_, n) =>
        version(`${n + 1}`, { createdAt: '2026-11-01T00:00:00Z' }),
      );
      expect(await sync(page(model(many)))).toMatchObject({ written: 5001 });
      expect(await sync(page(model(many)))).toMatchObject({ written: 0 });
      expect((await models.listVersions(ref, {})).totalItems).toBe(5000);
    });

    it('has a description of 5 MB, and a card, which no answer holds whole', async () => {
      const { sync, models } = await setUp();
      // Characters of two halves, so that a cut may fall between them.
      const text = `quick ${'🦊'.repeat(2_500_000)} x`;
      const large = () =>
        page(model([version('1', { card: text })], { description: text }));
      expect(await sync(large())).toEqual({ written: 2, error: null });
      expect(await sync(large())).toEqual({ written: 0, error: null });
      const sizeOf = (answer: unknown) =>
        Buffer.byteLength(JSON.stringify(answer));
      const list = await models.listModels({}, unfiltered);
      expect(list.items[0].description).toContain('has 5000008 characters');
      expect(sizeOf(list)).toBeLessThan(150_000);
      expect(sizeOf(await models.findModel(ref))).toBeLessThan(150_000);
      expect(sizeOf(await models.listVersions(ref, {}))).toBeLessThan(2_000);
      const detail = await models.findVersion(ref, '1');
      expect(detail?.card?.text).toContain('has 5000008 characters');
      expect(sizeOf(detail)).toBeLessThan(600_000);
      // It is found by its words all the same, and a change of it is seen.
      for (const [q, count] of [
        ['quick', 1],
        ['slow', 0],
      ] as const)
        expect((await models.listModels({ q }, unfiltered)).totalItems).toBe(
          count,
        );
      const shorter = page(model([version('1', { card: 'y' })]));
      expect(await sync(shorter)).toEqual({ written: 2, error: null });
    });

    it('has a registry whose clock runs ahead', async () => {
      const { sync, versions } = await setUp();
      const ahead = new Date(Date.now() + 3_600_000).toISOString();
      await sync(
        page(model([version('1'), version('2', { createdAt: ahead })])),
      );
      expect((await versions()).map(v => v.createdAt)).toEqual([
        ahead,
        '2026-11-01T00:00:00.000Z',
      ]);
    });

    it('has a replica whose clock runs an hour ahead, and leaves the other its run', async () => {
      const { createReplica, source, connector, runs, models } = await setUp();
      let release = () => {};
      connector.pages = [
        () =>
          new Promise(resolve => {
            release = () => resolve(page(model([version('1')])));
          }),
      ];
      const [right, ahead] = [createReplica(), createReplica()];
      const running = await right.engine.start(source);
      jest.useFakeTimers({
        now: Date.now() + 3_600_000,
        doNotFake: [...timers],
      });
      try {
        expect(await ahead.engine.start(source)).toMatchObject({
          runId: running.runId,
          isNew: false,
        });
        expect((await ahead.runs.getRuns()).get('one')?.isRunning).toBe(true);
      } finally {
        jest.useRealTimers();
      }
      release();
      for (;;) {
        const run = await runs.findRun('one', running.runId);
        if (run?.state !== 'running') break;
        await new Promise(resolve => setImmediate(resolve));
      }
      expect(await models.findModel(ref)).toMatchObject({ sourceId: 'one' });
    });
  },
);
