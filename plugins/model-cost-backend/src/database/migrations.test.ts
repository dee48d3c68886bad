import { readdirSync } from 'node:fs';
import { Knex } from 'knex';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { bookDay } from '../domain/bookDay';
import { createDatabases, openStores } from '../__testUtils__/openDatabases';
import { kubernetesRoller } from '../__testUtils__/rollers';
import { allocation, dayOf, modelPod } from '../__testUtils__/sourceDays';

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@modelyard/plugin-model-cost-backend',
  'migrations',
);

const later = readdirSync(directory).sort().slice(1);

/** PostgreSQL gives text for bigint. */
function numbers(values: Record<string, number>, knex: Knex) {
  const isPostgres = knex.client.config.client === 'pg';
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      isPostgres ? String(value) : value,
    ]),
  );
}

describe('migrations', () => {
  const databases = createDatabases();

  it.each(databases.eachSupportedId())(
    'go down with data in the tables and up again, %p',
    async id => {
      const { knex, ledger } = await openStores(databases, id);
      const day = bookDay({ day: '2026-11-03', ...dayOf('m', '1', 2) }, 'USD');
      const book = (readAt: string) =>
        ledger.bookDay({ sourceId: 'a', day, readAt }, kubernetesRoller());
      await book('2026-11-04T00:00:00.000Z');
      await ledger.recordCheck('a', '2026-11-04T00:00:00.000Z');
      await knex.migrate.rollback({ directory }, true);
      expect(await knex.schema.hasTable('cost_days')).toBe(false);
      await knex.migrate.latest({ directory });
      expect(await knex('cost_days')).toEqual([]);
      expect(await book('2026-11-05T00:00:00.000Z')).toBe(true);
    },
  );

  it.each(databases.eachSupportedId())(
    'keep the ledger when all but the first go down and up, %p',
    async id => {
      const { knex, ledger, costs } = await openStores(databases, id);
      const rows = [
        allocation(modelPod('m', '1'), 2),
        allocation({}, 4),
        allocation({}, 8, { kind: 'unmounted' }),
        allocation({}, 16, { kind: 'idle' }),
      ];
      const day = bookDay({ day: '2026-11-03', allocations: rows }, 'USD');
      const readAt = '2026-11-04T00:00:00.000Z';
      const roller = kubernetesRoller();
      await ledger.bookDay({ sourceId: 'a', day, readAt }, roller);
      for (const name of [...later].reverse())
        await knex.migrate.down({ directory, name });
      expect((await knex('cost_days'))[0]).toMatchObject(
        numbers({ attributed: 2e6, unattributed: 12e6, unmounted: 8e6 }, knex),
      );
      expect(await knex('cost_rollups')).toMatchObject([
        { model: 'm', ...numbers({ cpu: 2e6, total: 2e6 }, knex) },
      ]);
      await knex.migrate.latest({ directory });
      const { signal } = new AbortController();
      expect(await ledger.reroll(roller, signal)).toBe(1);
      const ranges = [{ sourceId: 'a', from: '2026-11-03', to: '2026-11-03' }];
      const [record] = await costs.listDays(ranges);
      expect(record.totals).toMatchObject({ attributed: 2e6, total: 30e6 });
    },
  );
});
