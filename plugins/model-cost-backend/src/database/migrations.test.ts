import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { bookDay } from '../domain/bookDay';
import { createDatabases, openStore } from '../__testUtils__/openDatabases';
import { dayOf } from '../__testUtils__/sourceDays';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@modelyard/plugin-model-cost-backend',
  'migrations',
);

describe('migrations', () => {
  const databases = createDatabases();

  it.each(databases.eachSupportedId())(
    'go down with data in the tables and up again, %p',
    async id => {
      const { knex, store } = await openStore(databases, id);
      const day = bookDay('2026-11-03', dayOf('m', '1', 2), 'USD');
      await store.bookDays('a', [day], '2026-11-04T00:00:00.000Z');
      await store.recordCheck('a', '2026-11-04T00:00:00.000Z');
      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('cost_days')).toBe(false);
      await knex.migrate.latest({ directory });
      expect(await knex('cost_days')).toEqual([]);
      expect(await store.bookDays('a', [day], '2026-11-05T00:00:00.000Z')).toBe(
        1,
      );
    },
  );
});
