import { removedSecret } from '@modelyard/plugin-model-catalog-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createSyncFixture } from '../../__testUtils__/syncFixture';
import { openDatabase } from '../../database/openDatabase';
import { withTool } from '../__testUtils__/tools';
import { connectMlflow } from './__testUtils__/connectMlflow';
import { expectHeld, listHeld } from './__testUtils__/listHeld';
import { mlflow, MlflowServer } from './__testUtils__/mlflowServer';
import { MlflowModelConnector } from './MlflowModelConnector';
import { unfiltered } from '../../database/modelFilter';

jest.setTimeout(180_000);

const { describeTool, title } = withTool(mlflow);

/** Beside those that are asked for, the script makes one without versions. */
const seeded = { models: 12, versions: 12 };

describeTool(`MlflowModelConnector ${title}`, () => {
  let server: MlflowServer;

  beforeAll(async () => {
    server = await MlflowServer.start(seeded);
  });
  afterAll(() => server?.stop());

  describe.each(TestDatabases.create().eachSupportedId())('into %s', id => {
    const databases = TestDatabases.create({ ids: [id] });

    async function setUp() {
      const fixture = await createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
      const source = {
        ...fixture.source,
        connector: connectMlflow(server.baseUrl),
      };
      const sync = async () => {
        await fixture.engine.runToEnd(source);
        const health = (await fixture.runs.getHealth()).get('one');
        return { written: health?.last_run_written, error: health?.last_error };
      };
      const { models } = fixture;
      const held = () =>
        listHeld({
          listModels: query => models.listModels(query, unfiltered),
          listVersions: (ref, query) => models.listVersions(ref, query),
          getVersion: async (ref, version) => {
            const detail = await models.findVersion(ref, version);
            if (!detail) throw new Error(`${ref} has no ${version}`);
            return detail;
          },
        });
      return { ...fixture, held, sync };
    }

    it('tells of a version what its model and its run tell', async () => {
      const { sync, models } = await setUp();
      await sync();
      const ref = 'model:default/foo.bar';
      const byRun = await models.findVersion(ref, '1');
      expect(byRun).toMatchObject({
        digestKind: 'record',
        metrics: [{ name: 'roc_auc', value: 0.81 }],
        params: { api_key: removedSecret, max_depth: '1' },
        datasets: [{ name: 'loans', digest: 'abcd1234', role: 'train' }],
        run: { commit: 'c'.repeat(40), url: expect.stringContaining('/runs/') },
        labels: { n: '1', größe: 'ünï', empty: '' },
        links: [{ title: 'MLflow' }],
      });
      expect(byRun?.metrics).toHaveLength(1);
      const byModel = await models.findVersion(ref, '2');
      expect(byModel).toMatchObject({
        metrics: [{ name: 'f1', value: 0.77, dataset: 'loans' }],
        params: { from: 'model' },
      });
    });

    it('follows aliases, tags, stages, renames and deletions that no time tells of', async () => {
      const fixture = await setUp();
      await fixture.sync();
      const name = 'Foo Bar';
      // The server is the same for every database.
      const removed = id === 'SQLITE_3' ? '9' : '10';
      await server.call('POST', 'registered-models/alias', {
        name,
        alias: 'champion',
        version: '7',
      });
      await server.call('POST', 'model-versions/set-tag', {
        name,
        version: '7',
        key: 'n',
        value: 'changed',
      });
      await server.call('POST', 'model-versions/transition-stage', {
        name,
        version: '8',
        stage: 'Production',
      });
      await server.call('DELETE', 'model-versions/delete', {
        name,
        version: removed,
      });
      await server.call('POST', 'registered-models/rename', {
        name,
        new_name: 'Renamed',
      });
      expect((await fixture.sync()).error).toBeNull();
      expect(await fixture.held()).toEqual(expectHeld(server.list()));
      const ref = 'model:default/foo-bar';
      const row = await fixture.models.findModel(ref);
      expect(row).toMatchObject({
        title: 'Renamed',
        aliases: expect.objectContaining({ champion: '7' }),
      });
      expect(await fixture.models.findVersion(ref, '7')).toMatchObject({
        labels: { n: 'changed' },
      });
      expect((await fixture.models.findVersion(ref, removed))?.status).toBe(
        'removed',
      );
      await server.call('POST', 'registered-models/rename', {
        name: 'Renamed',
        new_name: name,
      });
    });

    it('takes a model that is deleted and made again for another one', async () => {
      const fixture = await setUp();
      const create = async () => {
        await server.call('POST', 'registered-models/create', {
          name: 'again',
        });
        await server.call('POST', 'model-versions/create', {
          name: 'again',
          source: 's3://bucket/again',
        });
      };
      const remove = () =>
        server.call('DELETE', 'registered-models/delete', { name: 'again' });
      await create();
      await fixture.sync();
      await remove();
      await create();
      await fixture.sync();
      const { items } = await fixture.models.listModels(
        { q: 'again', removed: true },
        unfiltered,
      );
      expect(items).toHaveLength(2);
      expect(items.filter(row => row.tombstone)).toMatchObject([
        { ref: 'model:default/again' },
      ]);
      await remove();
    });
  });

  it('reads the same in small pages', async () => {
    const titles = async (more: Record<string, unknown>) => {
      const found: string[] = [];
      const connector = connectMlflow(server.baseUrl, more);
      const { signal } = new AbortController();
      for await (const page of connector.listModels({ signal, known: [] }))
        for (const model of page.models)
          found.push(`${model.title} ${model.versions.length}`);
      return found.sort();
    };
    const whole = await titles({});
    expect(await titles({ pageSize: { models: 5, versions: 31 } })).toEqual(
      whole,
    );
    expect(whole).toHaveLength(seeded.models + 1);
  });

  it('says what to do when there is no such server, or no such workspace', async () => {
    const failure = async (connector: MlflowModelConnector) => {
      const { signal } = new AbortController();
      const pages = connector.listModels({ signal, known: [] });
      return pages.next().then(
        () => 'none',
        error => error.message,
      );
    };
    expect(
      await failure(connectMlflow(`${server.baseUrl}/elsewhere`)),
    ).toContain('answered 404');
    expect(
      await failure(connectMlflow(server.baseUrl, { workspace: 'a' })),
    ).toMatch(/500|400/);
  });
});
