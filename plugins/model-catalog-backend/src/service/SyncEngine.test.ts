import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  ModelConnector,
  SourceModel,
  SourcePage,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { DatabaseModelStore } from '../database/DatabaseModelStore';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { DatabaseSyncStore } from '../database/DatabaseSyncStore';
import { openDatabase } from '../database/openDatabase';
import { SyncEngine } from './SyncEngine';

jest.setTimeout(60_000);

const ref = 'model:default/credit-risk';
const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

function version(
  name: string,
  more: Partial<SourceVersion> = {},
): SourceVersion {
  return {
    nativeId: `credit-risk@${name}`,
    version: name,
    createdAt: `2026-11-${name.padStart(2, '0')}T00:00:00Z`,
    createdBy: 'user:default/data-scientist',
    status: 'ready',
    artifacts: [{ uri: `s3://b/${name}`, digest: digest('a') }],
    metrics: [{ name: 'roc_auc', value: 0.9 }],
    params: {},
    datasets: [],
    ...more,
  };
}

function model(
  versions: SourceVersion[],
  more: Partial<SourceModel> = {},
): SourceModel {
  return {
    nativeId: 'credit-risk',
    name: 'credit-risk',
    type: 'classifier',
    lifecycle: 'production',
    aliases: {},
    versions,
    location: 'credit-risk',
    ...more,
  };
}

const page = (...models: SourceModel[]): SourcePage => ({
  models,
  problems: [],
});

/** Gives one page after the other; a function in their place may throw. */
class FakeConnector implements ModelConnector {
  pages: (SourcePage | (() => Promise<SourcePage>))[] = [];

  async readPage({ cursor }: { cursor?: string }): Promise<SourcePage> {
    const index = Number(cursor ?? 0);
    const next = this.pages[index];
    const found = typeof next === 'function' ? await next() : next;
    return index + 1 < this.pages.length
      ? { ...found, nextCursor: String(index + 1) }
      : found;
  }
}

describe.each(TestDatabases.create().eachSupportedId())(
  'SyncEngine on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    async function setUp() {
      const db = await openDatabase({
        getClient: async () => databases.init(id),
      });
      const auditor = mockServices.auditor.mock({
        createEvent: jest.fn(async () => ({
          success: async () => undefined,
          fail: async () => undefined,
        })),
      });
      const events = mockServices.events.mock();
      events.publish.mockResolvedValue(undefined);
      const models = DatabaseModelStore.create({ db });
      const createReplica = (leaseMs?: number) => {
        const runs = DatabaseRunStore.create({ db, leaseMs });
        const engine = SyncEngine.create({
          ...{ auditor, events, runs },
          logger: mockServices.logger.mock(),
          sync: DatabaseSyncStore.create({ db }),
          sourceIds: new Set(['one', 'two']),
        });
        return { engine, runs };
      };
      const createSource = (sourceId: string) => {
        const connector = new FakeConnector();
        const source: ConfiguredSource = {
          ...{ id: sourceId, type: 'fake', connector },
          schedule: { frequency: { minutes: 5 }, timeout: { seconds: 30 } },
        };
        return { connector, source };
      };
      const { engine, runs } = createReplica();
      const { connector, source } = createSource('one');
      const sync = async (...pages: FakeConnector['pages']) => {
        connector.pages = pages;
        await engine.runToEnd(source);
        const health = (await runs.getHealth()).get('one');
        return { written: health?.last_run_written, error: health?.last_error };
      };
      const versions = async () => (await models.listVersions(ref, {})).items;
      return {
        ...{ auditor, connector, createReplica, createSource, engine, events },
        ...{ models, runs, source, sync, versions },
      };
    }

    it('writes nothing for what it has stored', async () => {
      const { sync, events } = await setUp();
      const pages = [
        page(
          model([version('1'), version('2')], { aliases: { champion: '1' } }),
        ),
      ];
      expect(await sync(...pages)).toEqual({ written: 4, error: null });
      expect(await sync(...pages)).toEqual({ written: 0, error: null });
      expect(events.publish).toHaveBeenCalledTimes(1);
    });

    it('keeps the content of a version, and shows and audits what contradicts it', async () => {
      const { sync, versions, auditor, models } = await setUp();
      await sync(page(model([version('1')])));
      const changed = version('1', {
        artifacts: [{ uri: 's3://b/1', digest: digest('b') }],
        createdBy: 'user:default/somebody',
        card: 'changed',
      });
      expect(await sync(page(model([changed])))).toEqual({
        written: 1,
        error: null,
      });
      expect(await sync(page(model([changed])))).toEqual({
        written: 0,
        error: null,
      });
      const [kept] = await versions();
      expect(kept).toMatchObject({
        digest: digest('a'),
        createdBy: 'user:default/data-scientist',
        conflict: {
          digest: digest('b'),
          fields: ['digest', 'artifacts', 'createdBy'],
        },
      });
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'version-conflict',
          meta: expect.objectContaining({
            ref,
            version: '1',
            digest: digest('b'),
          }),
        }),
      );
      expect(await sync(page(model([version('1')])))).toEqual({
        written: 1,
        error: null,
      });
      const detail = await models.findVersion(ref, '1');
      expect(detail?.conflict).toBeUndefined();
      expect(detail?.card).toBeUndefined();
      expect(detail?.conflicts).toMatchObject([
        { digest: digest('b'), endedAt: expect.any(String) },
      ]);
    });

    it('lets a registry change what is not content', async () => {
      const { sync, versions } = await setUp();
      await sync(page(model([version('1')])));
      expect(
        await sync(page(model([version('1', { stage: 'Production' })]))),
      ).toEqual({
        written: 1,
        error: null,
      });
      expect(await versions()).toMatchObject([{ stage: 'Production' }]);
    });

    it('keeps a card that could not be read this time', async () => {
      const { sync, models } = await setUp();
      await sync(page(model([version('1', { card: 'text' })])));
      await sync(page(model([version('1', { isPartial: true })])));
      expect((await models.findVersion(ref, '1'))?.card).toEqual({
        text: 'text',
      });
    });

    it('buries what vanished, and takes it back', async () => {
      const { sync, versions, models } = await setUp();
      const other = model([version('1')], { nativeId: 'b', name: 'b' });
      await sync(
        page(
          model([version('1'), version('2')], { aliases: { champion: '2' } }),
          other,
        ),
      );
      await sync(page(model([version('1')]), other));
      expect(await versions()).toMatchObject([
        {
          version: '2',
          status: 'removed',
          tombstone: { reason: 'The source no longer lists it' },
        },
        { version: '1', status: 'ready' },
      ]);
      expect(await models.findModel(ref)).toMatchObject({
        versionCount: 1,
        latestVersion: { version: '1' },
        aliases: {},
      });
      await sync(page(other));
      expect((await models.listModels({}, 'all')).items).toMatchObject([
        { ref: 'model:default/b' },
      ]);
      expect(
        (await models.listModels({ removed: true }, 'all')).totalItems,
      ).toBe(2);
      expect((await models.findModel(ref))?.tombstone).toBeDefined();
      await sync(page(model([version('1'), version('2')]), other));
      expect((await models.findModel(ref))?.tombstone).toBeUndefined();
      expect((await versions()).map(v => v.tombstone)).toEqual([
        undefined,
        undefined,
      ]);
    });

    it('deletes nothing after half a read', async () => {
      const { sync, versions, models } = await setUp();
      const all = page(
        model([version('1'), version('2')]),
        model([], { nativeId: 'b', name: 'b' }),
      );
      await sync(all);
      const failed = await sync(page(model([version('1')])), async () => {
        throw new Error('the registry is gone');
      });
      expect(failed).toEqual({ written: 0, error: 'the registry is gone' });
      const partly = await sync({
        models: [model([version('1')])],
        problems: [
          { file: 'b', line: 3, field: '/spec', message: 'is missing' },
        ],
      });
      expect(partly).toEqual({
        written: 0,
        error: expect.stringContaining('b:3 /spec is missing'),
      });
      expect((await versions()).map(v => v.status)).toEqual(['ready', 'ready']);
      expect((await models.listModels({}, 'all')).totalItems).toBe(2);
    });

    it('reads every page, also an empty one, and ends when a cursor repeats', async () => {
      const { sync, models, connector } = await setUp();
      await sync(
        page(model([])),
        page(),
        page(model([], { nativeId: 'b', name: 'b' })),
      );
      expect((await models.listModels({}, 'all')).totalItems).toBe(2);
      connector.readPage = async () => ({ ...page(), nextCursor: 'again' });
      expect((await sync()).error).toContain('again');
    });

    it('refuses a model that another source provides, until that one is gone', async () => {
      const { sync, createSource, engine, runs, models } = await setUp();
      await sync(page(model([version('1')])));
      const two = createSource('two');
      two.connector.pages = [
        page(model([version('1')]), model([], { nativeId: 'b', name: 'b' })),
      ];
      await engine.runToEnd(two.source);
      expect((await runs.getHealth()).get('two')?.last_error).toContain(
        'model:default/credit-risk is provided by source "one" already',
      );
      expect(await models.findModel('model:default/b')).toMatchObject({
        sourceId: 'two',
      });
      await sync(page());
      await engine.runToEnd(two.source);
      expect(await models.findModel(ref)).toMatchObject({ sourceId: 'two' });
    });

    it('keeps a model under the ref it was first given', async () => {
      const { sync, models } = await setUp();
      await sync(page(model([version('1')])));
      await sync(
        page(model([version('1')], { name: 'renamed', title: 'Renamed' })),
      );
      expect((await models.listModels({}, 'all')).items).toMatchObject([
        { ref, title: 'Renamed', versionCount: 1 },
      ]);
    });

    it('runs a source once at a time over all replicas', async () => {
      const { createReplica, source, connector, runs } = await setUp();
      let release = () => {};
      connector.pages = [
        () =>
          new Promise(resolve => {
            release = () => resolve(page(model([])));
          }),
      ];
      const [left, right] = [createReplica(), createReplica()];
      const first = await left.engine.start(source);
      const second = await right.engine.start(source);
      expect(second.runId).toBe(first.runId);
      expect((await runs.findRun('one', first.runId))?.state).toBe('running');
      release();
      await left.engine.stop();
    });

    it('takes over from a process that was lost, whose late result is dropped', async () => {
      const { createReplica, source, connector, runs, models } = await setUp();
      let release = () => {};
      connector.pages = [
        () =>
          new Promise(resolve => {
            release = () => resolve(page(model([])));
          }),
      ];
      const lost = createReplica(-1);
      const { runId } = await lost.engine.start(source);
      const late = release;
      connector.pages = [page(model([], { title: 'Taken over' }))];
      await createReplica().engine.runToEnd(source);
      expect((await runs.findRun('one', runId))?.state).toBe('failed');
      late();
      await lost.engine.stop();
      expect(await models.findModel(ref)).toMatchObject({
        title: 'Taken over',
      });
    });

    it('moves aliases, with their history', async () => {
      const { sync, models } = await setUp();
      const both = [version('1'), version('2')];
      await sync(page(model(both, { aliases: { champion: '1' } })));
      expect(
        await sync(
          page(model(both, { aliases: { champion: '2', gone: '9' } })),
        ),
      ).toEqual({
        written: 2,
        error: null,
      });
      expect(await models.findModel(ref)).toMatchObject({
        aliases: { champion: '2' },
      });
      expect(
        (await models.listModels({ alias: 'champion' }, 'all')).totalItems,
      ).toBe(1);
      expect(
        (await models.listModels({ alias: 'gone' }, 'all')).totalItems,
      ).toBe(0);
    });
  },
);
