import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSyncFixture,
  digest,
  model,
  page,
  version,
} from '../__testUtils__/syncFixture';
import { unfiltered } from './modelFilter';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

const owned = (title: string, letters: string[]) =>
  model(
    letters.map((letter, index) =>
      version(`${index + 1}`, {
        nativeId: `${title}@${index}`,
        artifacts:
          letter === '-'
            ? []
            : [{ uri: `s3://${title}/${index}`, digest: digest(letter) }],
      }),
    ),
    { nativeId: title, name: undefined, title, location: title },
  );
const refOf = (title: string) => `model:default/${title}`;

describe.each(TestDatabases.create().eachSupportedId())(
  'LinkStore on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const setUp = async () => {
      const db = await openDatabase({
        getClient: async () => databases.init(id),
      });
      const fixture = await createSyncFixture(db);
      const { connector, source } = fixture.createSource('two');
      await fixture.sync(
        page(owned('risk', ['a', 'b', 'c', '-']), owned('other', ['d'])),
      );
      connector.pages = [page(owned('hub-risk', ['x', 'b', 'a', '-']))];
      await fixture.engine.runToEnd(source);
      return { ...fixture, connector, db, source };
    };

    it('links by digest, in both directions, newest first, and merges nothing', async () => {
      const { links, models } = await setUp();
      expect(await links.listLinks(refOf('risk'), unfiltered)).toEqual([
        {
          ref: refOf('hub-risk'),
          title: 'hub-risk',
          source: 'two',
          versions: [
            {
              version: '2',
              otherVersion: '2',
              digest: digest('b'),
              digestKind: 'content',
            },
            {
              version: '1',
              otherVersion: '3',
              digest: digest('a'),
              digestKind: 'content',
            },
          ],
        },
      ]);
      const back = await links.listLinks(refOf('hub-risk'), unfiltered);
      expect(back.map(link => link.ref)).toEqual([refOf('risk')]);
      expect(await links.listLinks(refOf('other'), unfiltered)).toEqual([]);
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(3);
    });

    it('forgets a link with the version that made it', async () => {
      const { links, connector, engine, source } = await setUp();
      connector.pages = [page(owned('hub-risk', ['x']))];
      await engine.runToEnd(source);
      expect(await links.listLinks(refOf('risk'), unfiltered)).toEqual([]);
    });

    it('tells nobody of a model that he may not read', async () => {
      const { links } = await setUp();
      const refs: [string, string] = [refOf('risk'), refOf('other')];
      await links.state({ refs, by: 'user:default/someone' });
      const readable = new Set([refOf('risk')]);
      expect(await links.listLinks(refOf('risk'), { readable })).toEqual([]);
    });

    it('keeps who stated a link and who withdrew it', async () => {
      const { links, db } = await setUp();
      const [one, other] = [refOf('other'), refOf('risk')];
      const by = 'user:default/platform-engineer';
      const statement = { refs: [one, other] as [string, string], by };
      expect(await links.state({ ...statement, comment: 'Retrained' })).toBe(
        true,
      );
      // Said again, by somebody else and the other way round: the first stays.
      await links.state({ refs: [other, one], by: 'user:default/late' });
      const [stated, equal] = await links.listLinks(other, unfiltered);
      expect(stated).toEqual({
        ref: one,
        title: 'other',
        source: 'one',
        versions: [],
        statement: { by, at: expect.any(String), comment: 'Retrained' },
      });
      expect(equal.ref).toBe(refOf('hub-risk'));

      expect(await links.withdraw(statement)).toBe(true);
      expect(await links.withdraw(statement)).toBe(false);
      expect(await links.listLinks(one, unfiltered)).toEqual([]);
      await links.state(statement);
      expect(await db('model_links').orderBy('id')).toMatchObject([
        { stated_by: by, withdrawn_by: by, withdrawn_at: expect.any(String) },
        { stated_by: by, withdrawn_by: null },
      ]);
    });

    it('states nothing of a model that is not stored', async () => {
      const { links } = await setUp();
      const by = 'user:default/someone';
      for (const refs of [
        [refOf('risk'), refOf('nowhere')],
        [refOf('nowhere'), refOf('risk')],
      ] as [string, string][]) {
        expect(await links.state({ refs, by })).toBe(false);
        expect(await links.withdraw({ refs, by })).toBe(false);
      }
    });
  },
);
