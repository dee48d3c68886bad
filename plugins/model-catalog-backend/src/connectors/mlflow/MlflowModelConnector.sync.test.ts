import { TestDatabases } from '@backstage/backend-test-utils';
import { createSyncFixture } from '../../__testUtils__/syncFixture';
import { openDatabase } from '../../database/openDatabase';
import { ScriptedRegistry } from '../__testUtils__/scriptedRegistry';
import { connectMlflow } from './__testUtils__/connectMlflow';
import {
  changeRows,
  paths,
  startRecordedMlflow,
} from './__testUtils__/recordedMlflow';

const legacy = 'model:default/legacy.scorer';

describe.each(TestDatabases.create().eachSupportedId())(
  'syncs of MLflow 3.17.2, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    let registry: ScriptedRegistry;

    beforeEach(async () => {
      registry = await startRecordedMlflow();
    });
    afterEach(() => registry.close());

    async function setUp() {
      const fixture = await createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
      const connector = connectMlflow(registry.baseUrl);
      const source = { ...fixture.source, connector };
      const sync = async () => {
        registry.calls.length = 0;
        await fixture.engine.runToEnd(source);
        const health = (await fixture.runs.getHealth()).get('one');
        return { written: health?.last_run_written, error: health?.last_error };
      };
      return { ...fixture, sync };
    }

    /** How often each path was asked. */
    function countCalls(): Record<string, number> {
      const counts: Record<string, number> = {};
      for (const call of registry.calls) {
        const path = call.split(' ')[1].split('?')[0];
        counts[path] = (counts[path] ?? 0) + 1;
      }
      return counts;
    }

    /** Both listings, each page once. */
    const twoListings = { [paths.models]: 4, [paths.versions]: 3 };

    it('read two whole listings, and details of new versions only', async () => {
      const { sync, models } = await setUp();
      expect((await sync()).error).toBeNull();
      expect(countCalls()).toEqual({
        ...twoListings,
        [paths.experiments]: 1,
        [paths.runs]: 1,
        [paths.loggedModels]: 1,
      });
      expect(await sync()).toEqual({ written: 0, error: null });
      expect(countCalls()).toEqual(twoListings);
      changeRows(registry, 'model_versions', rows =>
        rows[0].name === 'FOO.bar'
          ? [rows[0], { ...rows[0], version: '2' }, ...rows.slice(1)]
          : rows,
      );
      expect((await sync()).error).toBeNull();
      expect(countCalls()).toMatchObject({ ...twoListings, [paths.runs]: 1 });
      const { items } = await models.listVersions('model:default/foo.bar', {});
      expect(items.map(({ version }) => version).sort()).toEqual(['1', '2']);
    });

    it('pick up changes that move no time: descriptions, tags, stages and aliases', async () => {
      const { sync, models } = await setUp();
      await sync();
      changeRows(registry, 'registered_models', rows =>
        rows.map(row => ({ ...row, description: `Of ${row.name}` })),
      );
      changeRows(registry, 'model_versions', rows =>
        rows.map(row => ({
          ...row,
          description: '# New',
          current_stage: 'Archived',
          tags: [{ key: 'validation', value: 'changed' }],
        })),
      );
      expect((await sync()).error).toBeNull();
      expect(await models.findModel(legacy)).toMatchObject({
        description: 'Of legacy.scorer',
      });
      expect(await models.findVersion(legacy, '1')).toMatchObject({
        card: { text: '# New' },
        stage: 'Archived',
        labels: { validation: 'changed' },
      });
      expect(await sync()).toEqual({ written: 0, error: null });
    });

    it('tell aliases apart by their case, and move each by itself', async () => {
      const { sync, models } = await setUp();
      await sync();
      const both = { Prod: '1', prod: '1' };
      expect((await models.findModel(legacy))?.aliases).toMatchObject(both);
      changeRows(registry, 'registered_models', rows =>
        rows.map(row =>
          row.name === 'legacy.scorer'
            ? {
                ...row,
                aliases: [
                  { alias: 'Prod', version: '1' },
                  { alias: 'prod', version: '2' },
                ],
              }
            : row,
        ),
      );
      expect((await sync()).error).toBeNull();
      expect((await models.findModel(legacy))?.aliases).toEqual({
        Prod: '1',
        prod: '2',
      });
      const { items: history } = await models.listAliases(legacy, {});
      expect(history.filter(entry => entry.alias === 'Prod')).toHaveLength(1);
      expect(history.filter(entry => entry.alias === 'prod')).toHaveLength(2);
    });

    it('see no conflict in a version whose run is gone for good', async () => {
      const { sync, models } = await setUp();
      await sync();
      // A deleted run is still told; one that was erased is not.
      const [kept, erased] = ['model:default/orphan-run', legacy];
      expect((await models.findVersion(kept, '1'))?.run?.url).toContain(
        '76896d55ce08401ba986f1b23361b166',
      );
      expect((await models.findVersion(erased, '1'))?.run).toEqual({
        id: '5951b14a67fb4af3992a9451506a230c',
      });
      await sync();
      for (const ref of [kept, erased])
        expect((await models.findVersion(ref, '1'))?.conflict).toBeUndefined();
    });

    it('bury a version and a model that are gone without a word', async () => {
      const { sync, models } = await setUp();
      await sync();
      changeRows(registry, 'registered_models', rows =>
        rows.filter(row => row.name !== 'with-gaps'),
      );
      changeRows(registry, 'model_versions', rows =>
        rows.filter(
          row =>
            row.name !== 'with-gaps' &&
            !(row.name === 'legacy.scorer' && row.version === '3'),
        ),
      );
      expect((await sync()).error).toBeNull();
      expect((await models.findVersion(legacy, '3'))?.status).toBe('removed');
      expect((await models.findVersion(legacy, '4'))?.status).toBe('ready');
      expect(
        (await models.findModel('model:default/with-gaps'))?.tombstone,
      ).toBeDefined();
    });

    it('bury nothing when a page is missing', async () => {
      const { sync, models } = await setUp();
      await sync();
      registry.fault = (_nth, { url }) =>
        url.pathname === paths.versions && url.searchParams.has('page_token')
          ? {
              kind: 'answer',
              answer: { status: 400, json: { error_code: 'BAD' } },
            }
          : undefined;
      expect((await sync()).error).toContain('answered 400');
      expect((await models.findVersion(legacy, '3'))?.status).toBe('ready');
    });
  },
);
