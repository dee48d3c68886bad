import { BenchOptions } from '../options';
import { Measure } from '../report/Measure';
import { BenchDatabase } from './BenchDatabase';
import { measureSync } from './measureSync';

export { createPostgres, createSqlite } from './BenchDatabase';

/** Measures on a database, and removes it. */
export async function measureSyncOn(
  database: BenchDatabase,
  { syncVersions }: BenchOptions,
): Promise<Measure> {
  try {
    return await measureSync(database, syncVersions);
  } finally {
    await database.remove();
  }
}
