import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSyncFixture,
  digest,
  model,
  page,
  version,
} from '../__testUtils__/syncFixture';
import { ModelFilter, unfiltered } from './modelFilter';
import { Snapshot } from './ModelStore';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

const snapshot: Snapshot = { states: new Map() };
const named = (title: string, names: string[]) =>
  model(
    names.map(name => version(name, { nativeId: `${title}@${name}` })),
    { nativeId: title, name: undefined, title, location: title },
  );

describe.each(TestDatabases.create().eachSupportedId())(
  'FindingStore on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const setUp = async () =>
      createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
    const hides = (ref: string): ModelFilter => ({
      readable: 'all',
      condition: { not: { column: 'ref', values: [ref] } },
    });

    it('lists what vanished, page by page, and not the versions of a model that is gone', async () => {
      const { sync, findings } = await setUp();
      const kept = named('kept', ['1', '2', '3', '4']);
      const others = ['a', 'b', 'c', 'd', 'e'].map(n => named(n, ['1']));
      await sync(page(kept, named('gone', ['1', '2']), ...others));
      await sync(page(named('kept', ['3', '4']), ...others));
      await sync(page(named('kept', ['4']), ...others));
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const answer = await findings.listRemovals(
          { limit: 1, cursor },
          unfiltered,
          snapshot,
        );
        expect(answer.totalItems).toBe(4);
        expect(answer.items).toHaveLength(1);
        const [{ title, version: name, source, reason }] = answer.items;
        expect({ source, reason }).toEqual({
          source: 'one',
          reason: 'The source no longer lists it',
        });
        found.push(name === undefined ? title : `${title}@${name}`);
        cursor = answer.nextCursor;
      } while (cursor);
      expect(found[0]).toBe('kept@3');
      expect(found.slice(1).sort()).toEqual(['gone', 'kept@1', 'kept@2']);

      const ofOther = { source: 'two' };
      const none = { items: [], totalItems: 0 };
      expect(
        await findings.listRemovals(ofOther, unfiltered, snapshot),
      ).toEqual(none);
      const rest = await findings.listRemovals(
        {},
        hides('model:default/kept'),
        snapshot,
      );
      expect(rest).toMatchObject({ items: [{ title: 'gone' }], totalItems: 1 });
    });

    it('lists a conflict while it is open, and to nobody who may not read the model', async () => {
      const { sync, findings } = await setUp();
      const changed = (letter: string) =>
        model([
          version('7', {
            artifacts: [{ uri: 's3://b/7', digest: digest(letter) }],
          }),
        ]);
      await sync(page(changed('a')));
      await sync(page(changed('b')));
      const list = (filter: ModelFilter) =>
        findings.listConflicts({}, filter, snapshot);
      expect(await list(unfiltered)).toEqual({
        items: [
          {
            ref: 'model:default/credit-risk',
            title: 'credit-risk',
            version: '7',
            source: 'one',
            digest: digest('a'),
            sourceDigest: digest('b'),
            fields: ['digest', 'artifacts'],
            at: expect.stringMatching(/^20.*Z$/),
          },
        ],
        totalItems: 1,
      });
      const none = { items: [], totalItems: 0 };
      expect(await list(hides('model:default/credit-risk'))).toEqual(none);
      await sync(page(changed('a')));
      expect(await list(unfiltered)).toEqual(none);
    });

    it('lists who did not get his name, and who has it, if that may be told', async () => {
      const { sync, findings } = await setUp();
      await sync(page(named('Foo/bar', ['1']), named('foo bar', ['1'])));
      const { items, totalItems } = await findings.listCollisions(
        {},
        unfiltered,
        snapshot,
      );
      expect(totalItems).toBe(1);
      expect(items).toEqual([
        {
          ref: expect.stringMatching(/^model:default\/foo-bar-[0-9a-f]{8}$/),
          title: 'foo bar',
          source: 'one',
          wantedRef: 'model:default/foo-bar',
          holder: { title: 'Foo/bar', source: 'one' },
        },
      ]);
      const secret = await findings.listCollisions(
        {},
        hides('model:default/foo-bar'),
        snapshot,
      );
      expect(secret.items[0].holder).toBeUndefined();
      // A new title makes no collision: the name was given before.
      await sync(
        page(named('Foo/bar', ['1']), {
          ...named('foo bar', ['1']),
          title: 'Something else',
        }),
      );
      expect(
        (await findings.listCollisions({}, unfiltered, snapshot)).items,
      ).toMatchObject([{ title: 'Something else' }]);
    });

    it.each(['listRemovals', 'listConflicts', 'listCollisions'] as const)(
      '%s refuses a cursor of another list',
      async list => {
        const { findings, models, sync } = await setUp();
        await sync(page(named('a', ['1']), named('b', ['1'])));
        const { nextCursor } = await models.listModels(
          { limit: 1 },
          unfiltered,
        );
        await expect(
          findings[list]({ cursor: nextCursor }, unfiltered, snapshot),
        ).rejects.toThrow('not a cursor of this list');
      },
    );
  },
);
