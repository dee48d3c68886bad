import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseCostStore } from '../database/DatabaseCostStore';

/** SQLite always; PostgreSQL where it is at hand. */
export function createDatabases() {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
}

/** A migrated store on a fresh database. */
export async function openStore(
  databases: ReturnType<typeof createDatabases>,
  id: Parameters<ReturnType<typeof createDatabases>['init']>[0],
) {
  const knex = await databases.init(id);
  const database = mockServices.database({ knex, migrations: { skip: false } });
  return { knex, store: await DatabaseCostStore.create({ database }) };
}
