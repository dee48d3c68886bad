import { TestDatabases } from '@backstage/backend-test-utils';
import { createSyncFixture } from '../../__testUtils__/syncFixture';
import { openDatabase } from '../../database/openDatabase';
import { connectTo } from '../__testUtils__/contractStage';
import { huggingFaceDialect } from '../__testUtils__/huggingFaceDialect';
import {
  ScriptedModel,
  ScriptedRegistry,
  startRegistry,
  withRow,
} from '../__testUtils__/scriptedRegistry';

const names = ['acme/open', 'acme/closed'];
const models: ScriptedModel[] = names.map(name => ({
  name,
  aliases: {},
  versions: [{ version: '1', createdAt: '2026-11-01T00:00:00.000Z' }],
}));
const closed = 'model:default/acme-closed';

describe.each(TestDatabases.create().eachSupportedId())(
  'models of the Hub that are not open, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    let registry: ScriptedRegistry;

    beforeEach(async () => {
      registry = await startRegistry(request =>
        huggingFaceDialect.answer(models, request),
      );
    });
    afterEach(() => registry.close());

    async function setUp(selection: Record<string, unknown>) {
      const fixture = await createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
      const connector = connectTo('huggingface', {
        baseUrl: registry.baseUrl,
        limits: { attempts: 1 },
        ...selection,
      });
      const source = { ...fixture.source, connector };
      const sync = async () => {
        await fixture.engine.runToEnd(source);
        const health = (await fixture.runs.getHealth()).get('one');
        return {
          error: health?.last_error ?? '',
          problems: JSON.stringify(health?.problems),
          written: health?.last_run_written,
        };
      };
      /** The stored model, with its one version. */
      const find = async () => {
        const model = await fixture.models.findModel(closed);
        const { items } = await fixture.models.listVersions(closed, {});
        return {
          tags: model?.tags ?? [],
          isGone: Boolean(model?.tombstone),
          items,
        };
      };
      return { find, sync };
    }

    /** The Hub tells this of the closed one from now on. */
    const tell = (fields: Record<string, unknown>) => {
      registry.fault = () => ({
        kind: 'rewrite',
        rewrite: answer => ({
          ...answer,
          json: withRow(answer.json, 'acme/closed', fields),
        }),
      });
    };
    const refuse = (status: number, ending: string) => {
      registry.fault = (_nth, { url }) =>
        url.pathname.includes('closed') && url.pathname.endsWith(ending)
          ? { kind: 'answer', answer: { status } }
          : undefined;
    };

    it.each([
      ['gated by itself', { gated: 'auto' }, 'gated:auto', 'ready'],
      ['gated by a person', { gated: 'manual' }, 'gated:manual', 'ready'],
      ['private', { private: true }, 'private', 'ready'],
      ['disabled', { disabled: true }, 'disabled', 'failed'],
    ])(
      'show that they are %s, also when they become so later',
      async (_state, fields, tag, status) => {
        const { find, sync } = await setUp({ organization: 'acme' });
        await sync();
        expect((await find()).tags).toEqual([]);
        const [before] = (await find()).items;
        expect(before).toMatchObject({ status: 'ready' });
        tell(fields);
        expect((await sync()).error).toBe('');
        const after = await find();
        expect(after.tags).toEqual([tag]);
        expect(after.items).toMatchObject([{ digest: before.digest, status }]);
        expect(after.items[0].conflict).toBeUndefined();
        expect(await sync()).toMatchObject({ error: '', written: 0 });
      },
    );

    it.each([
      [401, 'needs a token that may read it'],
      [403, 'accept its conditions'],
    ])(
      'keep what is known of them when they may not be read any more, %s',
      async (status, remedy) => {
        const { find, sync } = await setUp({ models: names });
        await sync();
        const before = await find();
        refuse(status, '/acme/closed');
        expect((await sync()).error).toContain(remedy);
        expect(await find()).toEqual(before);
        registry.fault = undefined;
        expect(await sync()).toMatchObject({ error: '', written: 0 });
      },
    );

    it('are removed with a warning when the Hub knows them no more', async () => {
      const { find, sync } = await setUp({ models: names });
      await sync();
      refuse(404, '/acme/closed');
      const { error, problems } = await sync();
      expect(error).toBe('');
      expect(problems).toContain('is not on the Hub, or is private');
      expect((await find()).isGone).toBe(true);
    });

    it('are not stored in part when their files are gated, and come when they may be read', async () => {
      const { find, sync } = await setUp({ organization: 'acme' });
      refuse(403, '/README.md');
      expect((await sync()).error).toContain('accept its conditions');
      expect((await find()).items).toEqual([]);
      registry.fault = undefined;
      expect((await sync()).error).toBe('');
      expect((await find()).items).toHaveLength(1);
    });

    it.each([[{ models: names }], [{ organization: 'acme' }]])(
      'are not taken for none when the token has expired, %j',
      async selection => {
        const { find, sync } = await setUp(selection);
        await sync();
        const before = await find();
        registry.fault = () => ({ kind: 'answer', answer: { status: 401 } });
        expect((await sync()).error).toContain(
          'answered 401: check the credentials',
        );
        expect(await find()).toEqual(before);
      },
    );

    it('stop nothing when only some of a list may not be read', async () => {
      const { find, sync } = await setUp({ models: names });
      refuse(401, '/acme/closed');
      expect((await sync()).error).not.toContain('check the credentials');
      registry.fault = undefined;
      expect((await sync()).error).toBe('');
      expect((await find()).items).toHaveLength(1);
    });
  },
);
