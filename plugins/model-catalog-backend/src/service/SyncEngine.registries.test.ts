import { removedSecret } from '@modelyard/plugin-model-catalog-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { SourceVersion } from '@modelyard/plugin-model-catalog-node';
import {
  createSyncFixture,
  model,
  page,
  version,
} from '../__testUtils__/syncFixture';
import { openDatabase } from '../database/openDatabase';
import { unfiltered } from '../database/modelFilter';

jest.setTimeout(60_000);

const named = (title: string, versions: SourceVersion[] = []) =>
  model(versions, { nativeId: title, name: undefined, title, location: title });

describe.each(TestDatabases.create().eachSupportedId())(
  'SyncEngine with registries on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const setUp = async () => {
      const fixture = await createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
      const refs = async () =>
        (
          await fixture.models.listModels({ removed: true }, unfiltered)
        ).items.map(row => row.ref);
      return { ...fixture, refs };
    };

    it('makes names of titles, with a hash only where they meet, and keeps them', async () => {
      const { sync, refs } = await setUp();
      await sync(page(named('Foo/bar'), named('信用リスク')));
      await sync(
        page(
          named('FOO.bar'),
          named('foo-bar'),
          named('信用リスク'),
          named('Foo/bar'),
        ),
      );
      const all = await refs();
      expect(all).toContain('model:default/foo-bar');
      expect(all).toContain('model:default/foo.bar');
      expect(all.filter(r => /foo-bar-[0-9a-f]{8}$/.test(r))).toHaveLength(1);
      expect(all.filter(r => /model-[0-9a-f]{8}$/.test(r))).toHaveLength(1);
      await sync(page(named('foo-bar'), named('信用リスク'), named('FOO.bar')));
      expect(await refs()).toEqual(all);
    });

    it('gives the same title of two sources two names, also at the same time', async () => {
      const { createSource, engine, refs } = await setUp();
      const sources = ['one', 'two'].map(createSource);
      for (const { connector } of sources)
        connector.pages = Array.from({ length: 20 }, (_, n) =>
          page(named(`m${n}`, [version('1')])),
        );
      await Promise.all(sources.map(({ source }) => engine.runToEnd(source)));
      const all = await refs();
      expect(all).toHaveLength(40);
      expect(all.filter(ref => /-[0-9a-f]{8}$/.test(ref))).toHaveLength(20);
    });

    it('reads heads whole once, and compares them ever after', async () => {
      const { sync, connector, models } = await setUp();
      const head = (name: string): SourceVersion => ({
        ...version(name),
        artifacts: [],
        metrics: [],
        extent: 'head' as const,
        digest: { value: `commit-${name}`, kind: 'vcs' },
      });
      const asked: string[][] = [];
      connector.readVersions = async heads => {
        asked.push(heads.map(v => v.version));
        return {
          versions: heads
            .filter(v => v.version !== '3')
            .map(v => ({ ...v, ...version(v.version), digest: v.digest })),
          problems: [{ file: 'credit-risk', message: 'version 3 is broken' }],
        };
      };
      const both = page(named('a', [head('1'), head('2')]));
      expect(await sync(both)).toMatchObject({ written: 3 });
      expect(await sync(both)).toMatchObject({ written: 0 });
      expect(asked).toEqual([['1', '2']]);
      const detail = await models.findVersion('model:default/a', '2');
      expect(detail).toMatchObject({
        digest: 'commit-2',
        digestKind: 'vcs',
        metrics: [{ name: 'roc_auc' }],
      });
      const more = page(named('a', [head('1'), head('2'), head('3')]));
      expect((await sync(more)).error).toContain('version 3 is broken');
      expect(asked).toEqual([['1', '2'], ['3']]);
      const moved = { ...head('2'), digest: head('9').digest };
      await sync(page(named('a', [head('1'), moved])));
      expect(
        (await models.findVersion('model:default/a', '2'))?.conflict,
      ).toMatchObject({ digest: 'commit-9', fields: ['digest'] });
    });

    it('goes on where it was cut off, and buries nothing until it has seen all', async () => {
      const { sync, connector, refs, models } = await setUp();
      const [a, b, c] = ['a', 'b', 'c'].map(title => page(named(title)));
      await sync(a, b, c, page(named('gone')));
      const broken = async () => {
        throw new Error('500 on page 3');
      };
      await sync(
        { ...a, cursor: 'after-a' },
        { ...b, cursor: 'after-b' },
        broken,
      );
      expect(
        await sync({ ...a, cursor: 'after-a' }, { ...b, cursor: 'after-b' }, c),
      ).toEqual({ written: 0, error: null });
      expect(connector.reads.map(read => read.cursor)).toEqual([
        undefined,
        undefined,
        'after-b',
      ]);
      expect(await refs()).toHaveLength(4);
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(4);
      await sync(a, b, c);
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(3);
    });

    it('offers the marks of what it has stored whole, and believes them', async () => {
      const { sync, connector, models, source } = await setUp();
      const marked = (title: string, mark: string) => ({
        ...named(title, [version('1')]),
        mark,
      });
      await sync({
        ...page(marked('a', 'x'), marked('b', 'y')),
        problems: [{ file: 'b', message: 'a warning', severity: 'warning' }],
      });
      await sync({ ...page(marked('b', 'y')), unchanged: ['a'] });
      expect(connector.reads[1].known).toEqual([
        { nativeId: 'a', location: 'a', mark: 'x' },
      ]);
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(2);
      source.intake = { ...source.intake, fingerprint: 'other' };
      await sync(page(marked('a', 'x'), marked('b', 'y')));
      expect(connector.reads[2].known).toEqual([]);
    });

    it('holds back a mass removal until somebody accepts it', async () => {
      const { sync, models, engine, source, runs, connector, logger } =
        await setUp();
      const many = Array.from({ length: 20 }, (_, n) => named(`m${n}`));
      await sync(page(...many));
      const { written, error } = await sync(page(...many.slice(0, 5)));
      expect(written).toBe(0);
      expect(error).toContain('no longer lists 15 of 20 models');
      expect(error).toContain('accept removals');
      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(20);
      connector.pages = [page(...many.slice(0, 5))];
      await engine.runToEnd(source, { acceptsRemovals: true });
      expect((await runs.getHealth()).get('one')).toMatchObject({
        last_run_written: 15,
        held_removals: null,
      });
      expect((await models.listModels({}, unfiltered)).totalItems).toBe(5);
    });

    it('gives models to existing groups only, and looks again', async () => {
      const { sync, source, groups, models } = await setUp();
      source.intake = {
        ...source.intake,
        owner: {
          rules: [{ by: { tag: 'team' }, group: 'group:default/${value}' }],
          fallback: 'group:default/platform',
        },
      };
      const owned = () =>
        page({
          ...named('a'),
          owner: undefined,
          labels: { team: 'Risk ML' },
          mark: 'm',
        });
      await sync(owned());
      expect(await models.findModel('model:default/a')).not.toHaveProperty(
        'owner',
      );
      groups.add('group:default/platform');
      await sync(owned());
      expect(await models.findModel('model:default/a')).toMatchObject({
        owner: 'group:default/platform',
      });
      groups.add('group:default/risk-ml');
      await sync(owned());
      expect(await models.findModel('model:default/a')).toMatchObject({
        owner: 'group:default/risk-ml',
        tags: ['team:Risk ML'],
      });
    });

    it('stores no secret, and no text that a database refuses', async () => {
      const { sync, models } = await setUp();
      const token = `ghp_${'a'.repeat(36)}`;
      await sync(
        page({
          ...named('a', [
            version('1', {
              params: {
                api_key: 'abc',
                max_tokens: '5',
                store: 'https://me:pass@host/x?sig=1&version=2',
                note: `use ${token}`,
              },
              labels: { db_password: 'x', nul: 'a\0b' },
              card: `# Card\n${token}`,
              uri: 's3://key:secret@bucket/m?X-Amz-Signature=1',
            }),
          ]),
          description: `${'x'.repeat(5_000_000)}`,
        }),
      );
      const detail = await models.findVersion('model:default/a', '1');
      expect(JSON.stringify(detail)).not.toMatch(
        /ghp_|pass@|secret@|Signature/,
      );
      expect(detail).toMatchObject({
        params: {
          api_key: removedSecret,
          max_tokens: '5',
          store: 'https://host/x?version=2',
        },
        labels: { db_password: removedSecret, nul: 'ab' },
      });
      const stored = await models.findModel('model:default/a');
      expect(stored?.description).toContain(
        'the source has 5000000 characters',
      );
      expect(stored?.description?.length).toBeLessThan(70_000);
    });
  },
);
