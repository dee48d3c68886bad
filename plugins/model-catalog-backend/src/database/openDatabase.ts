import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const migrationsFolder = () =>
  resolvePackagePath('@modelyard/plugin-model-catalog-backend', 'migrations');

/** Kibibytes of a SQLite file that stay in memory: about what a search looks at. */
const sqliteCache = 32 * 1024;

/** Opens the plugin's database, with its tables up to date unless told to skip. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const db = await database.getClient();
  if (!database.migrations?.skip)
    await db.migrate.latest({ directory: migrationsFolder() });
  // It has one connection, for as long as it is open.
  if (db.client.config.client !== 'pg')
    await db.raw(`pragma cache_size = -${sqliteCache}`);
  return db;
}
