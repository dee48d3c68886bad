import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** A client whose tables are there, unless the database says to skip migrations. */
export async function openDatabase(options: {
  database: DatabaseService;
}): Promise<Knex> {
  const knex = await options.database.getClient();
  if (!options.database.migrations?.skip)
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@modelyard/plugin-model-cost-backend',
        'migrations',
      ),
    });
  return knex;
}
