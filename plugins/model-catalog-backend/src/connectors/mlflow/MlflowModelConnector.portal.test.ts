import {
  mockCredentials,
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import { createManifestFolder } from '../../__testUtils__/manifestFolder';
import { startPortal, sync } from '../../__testUtils__/portal';
import { withTool } from '../__testUtils__/tools';
import { expectHeld, HeldModel, listHeld } from './__testUtils__/listHeld';
import { mlflow, MlflowServer } from './__testUtils__/mlflowServer';

jest.setTimeout(300_000);

const { describeTool, title } = withTool(mlflow);
const folder = createManifestFolder();
const databases = TestDatabases.create();

/** Rows that a model takes: itself, its versions and its aliases. */
const rowsOf = ({ versions, aliases }: HeldModel) =>
  1 + Object.keys(versions).length + Object.keys(aliases).length;

describeTool(`a portal over MLflow ${title}`, () => {
  let server: MlflowServer;
  let listed: Record<string, HeldModel>;

  beforeAll(async () => {
    server = await MlflowServer.start({ models: 60, versions: 40 });
    listed = expectHeld(server.list());
  });
  afterAll(() => server?.stop());

  /** The server's portal over this database, with its client. */
  async function start(id: TestDatabaseId) {
    const knex = await databases.init(id);
    const database = mockServices.database.mock({
      getClient: async () => knex,
    });
    const { api, baseUrl } = await startPortal({
      target: folder.path,
      features: [database.factory],
      sources: [
        {
          id: 'prod',
          type: 'mlflow',
          baseUrl: server.baseUrl,
          tags: ['**'],
          schedule: {
            frequency: { trigger: 'manual' },
            timeout: { minutes: 4 },
          },
        },
      ],
    });
    const client = ModelCatalogClient.create({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: { fetch },
    });
    const options = { token: mockCredentials.user.token() };
    const held = () =>
      listHeld({
        listModels: query => client.listModels(query, options),
        listVersions: (ref, query) => client.listVersions(ref, query, options),
        getVersion: (ref, version) => client.getVersion(ref, version, options),
      });
    return { held, sync: () => sync(api, 'prod') };
  }

  it('has a registry to show that holds what registries hold', () => {
    expect(Object.keys(listed)).toHaveLength(61);
    expect(Object.keys(listed)).toEqual(
      expect.arrayContaining(['信用リスク', 'Foo Bar', 'FOO.bar', 'empty']),
    );
    expect(Object.keys(listed)).not.toContain('a-prompt');
    const versions = Object.values(listed).flatMap(m =>
      Object.values(m.versions),
    );
    expect(versions).toHaveLength(60 * 40);
    const of = (field: 'stage' | 'description' | 'runId' | 'source') =>
      new Set(versions.map(version => version[field])).size;
    expect(of('stage')).toBe(4);
    expect(of('description')).toBeGreaterThan(20);
    expect(of('runId')).toBe(120);
    expect(listed['FOO.bar'].aliases).toEqual({
      champion: '40',
      prod: '40',
      Prod: '1',
      ünï: '1',
    });
  });

  it.each(databases.eachSupportedId())(
    'answers set by set what MLflow’s own client lists, and writes nothing the second time, %p',
    async id => {
      const portal = await start(id);
      const written = Object.values(listed).reduce(
        (sum, model) => sum + rowsOf(model),
        0,
      );
      expect(await portal.sync()).toMatchObject({
        state: 'succeeded',
        written,
      });
      expect(await portal.held()).toEqual(listed);
      expect(await portal.sync()).toMatchObject({
        state: 'succeeded',
        written: 0,
      });
      expect(await portal.held()).toEqual(listed);
    },
  );
});
