import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSyncFixture,
  digest,
  model,
  page,
  ref,
  version,
} from '../__testUtils__/syncFixture';
import { openDatabase } from '../database/openDatabase';
import { unfiltered } from '../database/modelFilter';

jest.setTimeout(60_000);

describe.each(TestDatabases.create().eachSupportedId())(
  'SyncEngine on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const setUp = async () =>
      createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );

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
      await sync(page(model([version('1', { extent: 'partial' })])));
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
      expect((await models.listModels({}, unfiltered)).items).toMatchObject([
        { ref: 'model:default/b' },
      ]);
      expect(
        (await models.listModels({ removed: true }, unfiltered)).totalItems,
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
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(2);
    });

    it('reads every page, also an empty one, and ends when a cursor repeats', async () => {
      const { sync, models, connector } = await setUp();
      await sync(
        page(model([])),
        page(),
        page(model([], { nativeId: 'b', name: 'b' })),
      );
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(2);
      connector.listModels = async function* circle() {
        for (;;) yield { ...page(), cursor: 'again' };
      };
      expect((await sync()).error).toContain('again');
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
        (await models.listModels({ alias: 'champion' }, unfiltered)).totalItems,
      ).toBe(1);
      expect(
        (await models.listModels({ alias: 'gone' }, unfiltered)).totalItems,
      ).toBe(0);
    });
  },
);
