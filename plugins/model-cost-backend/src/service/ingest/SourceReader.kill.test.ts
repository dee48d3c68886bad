import { mockServices } from '@backstage/backend-test-utils';
import { ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { Knex } from 'knex';
import { createDatabases } from '../../__testUtils__/openDatabases';
import { openDatabase } from '../../database/openDatabase';

jest.setTimeout(300_000);

const kills = 50;
const days = 30;
const workloads = 200;

const program = execFileSync(
  process.execPath,
  [
    path.resolve(__dirname, '../../../../../scripts/test/bundleProcess.mjs'),
    path.resolve(__dirname, '../../__testUtils__/ingestProcess.ts'),
  ],
  { encoding: 'utf8' },
);

/** @param run - cost of every workload, so that runs can be told apart */
function start(config: Knex.Config, run: number): ChildProcess {
  const args = [JSON.stringify(config), String(run)];
  return fork(program, args, { execArgv: [], stdio: 'ignore' });
}

interface DaySum {
  day: string;
  total: number | string;
}

/** Whatever the moment, a day is whole, of one run, and counted once. */
async function assertWhole(db: Knex): Promise<number> {
  const current: (DaySum & { revision: number })[] = await db(
    'cost_days',
  ).where({ is_current: true });
  expect(new Set(current.map(({ day }) => day)).size).toBe(current.length);
  for (const { day, revision, total } of current) {
    const ledger = await db('cost_allocations').where({ day, revision });
    expect(ledger).toHaveLength(workloads);
    const costs = new Set(ledger.map(row => Number(row.total)));
    expect(costs.size).toBe(1);
    const [sum]: { total: number | string }[] = await db('cost_rollups')
      .where({ day })
      .sum({ total: 'total' });
    expect(Number(sum.total)).toBe(Number(total));
    expect([...costs].map(cost => cost * workloads)).toEqual([Number(total)]);
    expect(await db('cost_day_totals').where({ day })).toHaveLength(1);
  }
  return current.length;
}

const databases = createDatabases();

describe.each(databases.eachSupportedId())(
  'an ingest that is killed, on %s',
  id => {
    const folder = mkdtempSync(path.join(tmpdir(), 'killed-ledger-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** A database that another process can open. */
    async function createDatabase(): Promise<Knex.Config> {
      if (id === 'SQLITE_3')
        return {
          client: 'better-sqlite3',
          connection: { filename: path.join(folder, 'ledger.db') },
          useNullAsDefault: true,
        };
      const made = await databases.init(id);
      const { connection } = made.client.config;
      return { client: 'pg', connection };
    }

    it(`loses nothing and counts nothing twice, killed ${kills} times`, async () => {
      const config = await createDatabase();
      const knex = knexFactory(config);
      await openDatabase({
        database: mockServices.database({ knex, migrations: { skip: false } }),
      });
      const reached: number[] = [];
      for (let nth = 1; nth <= kills; nth += 1) {
        const child = start(config, nth);
        const ended = once(child, 'exit');
        await Promise.race([once(child, 'message'), ended]);
        await wait(nth % 20);
        child.kill('SIGKILL');
        await ended;
        reached.push(await assertWhole(knex));
      }
      expect([...reached].sort((a, b) => a - b)).toEqual(reached);
      const last = start(config, kills + 1);
      const [code] = await once(last, 'exit');
      expect(code).toBe(0);
      expect(await assertWhole(knex)).toBe(days);
      const [{ total }] = await knex('cost_rollups').sum({ total: 'total' });
      expect(Number(total)).toBe((kills + 1) * 1e6 * workloads * days);
      await knex.destroy();
    });
  },
);
