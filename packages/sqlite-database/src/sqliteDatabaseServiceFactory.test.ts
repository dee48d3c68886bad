import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { sqliteDatabaseServiceFactory } from './sqliteDatabaseServiceFactory';

describe('sqliteDatabaseServiceFactory', () => {
  const directory = createMockDirectory();

  /** The journal that a plugin finds, and what it has written there before. */
  async function startAndWrite(connection: string | { directory: string }) {
    let journal: unknown;
    let rows = 0;
    const plugin = createBackendPlugin({
      pluginId: 'writer',
      register: reg =>
        reg.registerInit({
          deps: { database: coreServices.database },
          init: async ({ database }) => {
            const knex = await database.getClient();
            [journal] = await knex.raw('PRAGMA journal_mode');
            if (!(await knex.schema.hasTable('things')))
              await knex.schema.createTable('things', table => {
                table.string('name');
              });
            await knex('things').insert({ name: 'a' });
            rows = (await knex('things')).length;
          },
        }),
    });
    const database = { client: 'better-sqlite3', connection };
    const backend = await startTestBackend({
      features: [
        plugin,
        sqliteDatabaseServiceFactory,
        mockServices.rootConfig.factory({ data: { backend: { database } } }),
      ],
    });
    await backend.stop();
    return { journal, rows };
  }

  it('keeps a log beside a file', async () => {
    const connection = { directory: directory.path };
    expect(await startAndWrite(connection)).toEqual({
      journal: { journal_mode: 'wal' },
      rows: 1,
    });
    expect((await startAndWrite(connection)).rows).toBe(2);
  });

  it('leaves memory as it is', async () => {
    expect((await startAndWrite(':memory:')).journal).toEqual({
      journal_mode: 'memory',
    });
  });
});
