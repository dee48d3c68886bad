import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSyncFixture,
  model,
  page,
  ref,
  version,
} from '../__testUtils__/syncFixture';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

describe.each(TestDatabases.create().eachSupportedId())(
  'history of aliases on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const setUp = async () => {
      const fixture = await createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
      const both = [version('1'), version('2')];
      const sync = (aliases: Record<string, string>, versions = both) =>
        fixture.sync(page(model(versions, { aliases })));
      const history = async () =>
        (await fixture.models.listAliases(ref, {})).items;
      /** Where aliases point now, as everybody sees it. */
      const current = async () =>
        (await fixture.models.findModel(ref))?.aliases;
      return { ...fixture, syncPages: fixture.sync, sync, history, current };
    };
    const by = 'source:one';

    it('says when an alias moved, from where to where, and who told so', async () => {
      const { sync, history, current } = await setUp();
      const before = new Date().toISOString();
      await sync({ champion: '1', stable: '1' });
      const [, first] = await history();
      await sync({ champion: '2', stable: '1' });
      const after = new Date().toISOString();
      const [moved, stable, ended, ...rest] = await history();
      expect(moved).toEqual({
        alias: 'champion',
        version: '2',
        since: moved.since,
        by,
      });
      expect(ended).toEqual({
        alias: 'champion',
        version: '1',
        by,
        since: first.since,
        until: moved.since,
      });
      expect(stable).toEqual({
        alias: 'stable',
        version: '1',
        since: first.since,
        by,
      });
      expect(rest).toEqual([]);
      expect([before, ended.since, moved.since, after]).toEqual(
        [before, ended.since, moved.since, after].sort(),
      );
      expect(await current()).toEqual({ champion: '2', stable: '1' });
    });

    it('ends with the alias, its version or its model, and begins anew', async () => {
      const { sync, syncPages, history, current } = await setUp();
      const other = model([], { nativeId: 'b', name: 'b', location: 'b' });
      const ended = { alias: 'champion', until: expect.any(String), by };
      await sync({ champion: '1' });
      // The alias is deleted.
      await sync({});
      expect(await history()).toMatchObject([{ ...ended, version: '1' }]);
      expect(await current()).toEqual({});
      // The version that it points to is deleted.
      await sync({ champion: '2' });
      await sync({ champion: '2' }, [version('1')]);
      expect(await current()).toEqual({});
      // The whole model is.
      await sync({ champion: '1' });
      await syncPages(page(other));
      expect(await current()).toEqual({});
      expect(await history()).toMatchObject([
        { ...ended, version: '1' },
        { ...ended, version: '2' },
        { ...ended, version: '1' },
      ]);
      // It comes back, with all of its past.
      await sync({ champion: '1' });
      expect(await current()).toEqual({ champion: '1' });
      const [now, ...past] = await history();
      expect(now).not.toHaveProperty('until');
      expect(past).toHaveLength(3);
    });

    it('holds a move once, and none that half a read would make', async () => {
      const { sync, syncPages, history } = await setUp();
      await sync({ champion: '1' });
      const once = await history();
      expect(await sync({ champion: '1' })).toMatchObject({ written: 0 });
      await syncPages(async () => {
        throw new Error('the registry is gone');
      });
      expect(await history()).toEqual(once);
    });

    it('belongs to one model', async () => {
      const { syncPages, models } = await setUp();
      const aliases = { champion: '1' };
      const own = (name: string) =>
        model([version('1', { nativeId: `${name}@1` })], {
          nativeId: name,
          name,
          location: name,
          aliases,
        });
      await syncPages(page(own('a'), own('b')));
      await syncPages(page(own('a'), { ...own('b'), aliases: {} }));
      const [a, b] = await Promise.all(
        ['a', 'b'].map(
          async name =>
            (await models.listAliases(`model:default/${name}`, {})).items,
        ),
      );
      expect(a).toMatchObject([{ alias: 'champion', version: '1' }]);
      expect(a[0]).not.toHaveProperty('until');
      expect(b).toMatchObject([{ until: expect.any(String) }]);
      expect(await models.listAliases('model:default/none', {})).toEqual({
        ...{ items: [], totalItems: 0 },
      });
    });

    it('is read page by page, and goes on where it was while aliases move', async () => {
      const { sync, models } = await setUp();
      // Two of the same moment at each step: a page may end between them.
      for (const to of ['1', '2', '1']) await sync({ champion: to, prod: to });
      const all = (await models.listAliases(ref, {})).items;
      expect(all).toHaveLength(6);
      const found = [];
      let cursor: string | undefined;
      for (const totalItems of [6, 8, 8, 8]) {
        const read = await models.listAliases(ref, { cursor, limit: 2 });
        expect(read.totalItems).toBe(totalItems);
        found.push(...read.items);
        cursor = read.nextCursor;
        if (totalItems === 6) await sync({ champion: '2', prod: '2' });
        if (!cursor) break;
      }
      expect(found.slice(0, 2)).toEqual(all.slice(0, 2));
      expect(found.map(({ alias, since }) => [alias, since])).toEqual(
        all.map(({ alias, since }) => [alias, since]),
      );
      await expect(
        models.listAliases(ref, { cursor: 'WyJuYW1lIiwieCIsMV0' }),
      ).rejects.toThrow('not a cursor of this list');
    });
  },
);
