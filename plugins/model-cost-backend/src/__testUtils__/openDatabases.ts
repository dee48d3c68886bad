import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { BackfillStore } from '../database/BackfillStore';
import { DatabaseCostStore } from '../database/DatabaseCostStore';
import { DatabaseLedgerStore } from '../database/DatabaseLedgerStore';
import { FactStore } from '../database/FactStore';
import { openDatabase } from '../database/openDatabase';

/** SQLite always; PostgreSQL where it is at hand. */
export function createDatabases() {
  return TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
}

/** Migrated stores on a fresh database. */
export async function openStores(
  databases: ReturnType<typeof createDatabases>,
  id: Parameters<ReturnType<typeof createDatabases>['init']>[0],
) {
  const knex = await databases.init(id);
  await openDatabase({
    database: mockServices.database({ knex, migrations: { skip: false } }),
  });
  return {
    knex,
    costs: DatabaseCostStore.create({ knex }),
    ledger: DatabaseLedgerStore.create({ knex }),
    facts: FactStore.create({ knex }),
    queue: BackfillStore.create({ knex }),
  };
}

export type Stores = Awaited<ReturnType<typeof openStores>>;
