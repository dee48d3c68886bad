import { TestDatabases } from '@backstage/backend-test-utils';
import {
  createSyncFixture,
  model,
  page,
  version,
} from '../__testUtils__/syncFixture';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

/** Tables that Postgres has statistics of. */
const statistics = `select distinct tablename from pg_stats
  where schemaname = current_schema()
    and tablename in ('models', 'model_versions', 'model_aliases')
  order by tablename`;

describe('DatabaseSyncStore', () => {
  const databases = TestDatabases.create();
  const [postgres] = databases
    .eachSupportedId()
    .map(([id]) => id)
    .filter(id => id.startsWith('POSTGRES'));

  (postgres ? it : it.skip)('lets Postgres plan for a large run', async () => {
    const db = await openDatabase({
      getClient: async () => databases.init(postgres),
    });
    const { sync } = await createSyncFixture(db);
    const known = async () =>
      (await db.raw(statistics)).rows.map(
        (row: { tablename: string }) => row.tablename,
      );
    const versions = Array.from({ length: 1200 }, (_, n) =>
      version(`${n}`, { createdAt: '2026-11-01T00:00:00Z' }),
    );
    await sync(page(model(versions.slice(0, 2))));
    expect(await known()).toEqual([]);
    await sync(page(model(versions, { aliases: { champion: '1' } })));
    expect(await known()).toEqual([
      'model_aliases',
      'model_versions',
      'models',
    ]);
  });
});
