import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  DatabaseService,
} from '@backstage/backend-plugin-api';

function withWriteAheadLog(database: DatabaseService): DatabaseService {
  return {
    ...database,
    async getClient() {
      const knex = await database.getClient();
      if (knex.client.config.client === 'better-sqlite3')
        await knex.raw('PRAGMA journal_mode = WAL');
      return knex;
    },
  };
}

/**
 * Backstage's database service, except that a SQLite file has a write-ahead log
 * (https://sqlite.org/wal.html): a change is then written to the disk once instead
 * of three times, as durably as before, and readers wait for nobody. Other databases
 * are left as they are.
 *
 * @public
 */
export const sqliteDatabaseServiceFactory = createServiceFactory({
  service: coreServices.database,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.lifecycle,
    logger: coreServices.logger,
    plugin: coreServices.pluginMetadata,
    rootLifecycle: coreServices.rootLifecycle,
    rootLogger: coreServices.rootLogger,
  },
  createRootContext: ({ config, rootLifecycle, rootLogger }) =>
    DatabaseManager.fromConfig(config, { rootLifecycle, rootLogger }),
  factory: ({ lifecycle, logger, plugin }, manager) =>
    withWriteAheadLog(manager.forPlugin(plugin.getId(), { lifecycle, logger })),
});
