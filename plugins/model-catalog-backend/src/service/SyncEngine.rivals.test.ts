import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSyncFixture,
  model,
  page,
  ref,
  version,
} from '../__testUtils__/syncFixture';
import { openDatabase } from '../database/openDatabase';
import { unfiltered } from '../database/modelFilter';

jest.setTimeout(60_000);

describe.each(TestDatabases.create().eachSupportedId())(
  'SyncEngine among others on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const setUp = async () =>
      createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );

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
      expect((await models.listModels({}, unfiltered)).items).toMatchObject([
        { ref, title: 'Renamed', versionCount: 1 },
      ]);
    });
  },
);
