import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const migrationsFolder = () =>
  resolvePackagePath('@modelyard/plugin-model-catalog-backend', 'migrations');

/** Opens the plugin's database, with its tables up to date unless told to skip. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const db = await database.getClient();
  if (!database.migrations?.skip)
    await db.migrate.latest({ directory: migrationsFolder() });
  return db;
}
