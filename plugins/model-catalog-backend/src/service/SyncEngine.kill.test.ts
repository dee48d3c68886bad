import { TestDatabases } from '@backstage/backend-test-utils';
import { ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { Knex } from 'knex';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { openDatabase } from '../database/openDatabase';
import { stateOf } from './toSource';

jest.setTimeout(300_000);

const kills = 50;
const models = 150;
const versions = 600;

const program = execFileSync(
  process.execPath,
  [
    path.resolve(__dirname, '../../../../scripts/test/bundleProcess.mjs'),
    path.resolve(__dirname, '../__testUtils__/syncProcess.ts'),
  ],
  { encoding: 'utf8' },
);

/** @param leaseMs - over at once, so that nobody waits for one that was killed */
function start(config: Knex.Config, leaseMs = -1): ChildProcess {
  const args = [JSON.stringify(config), String(leaseMs)];
  return fork(program, args, { execArgv: [], stdio: 'ignore' });
}

/** Whatever the moment, everything that is stored is stored whole and once. */
async function assertWhole(db: Knex): Promise<number> {
  const stored: { version_count: number; ref: string }[] = await db('models');
  for (const row of stored)
    expect([row.ref, row.version_count]).toEqual([row.ref, 4]);
  expect(new Set(stored.map(row => row.ref)).size).toBe(stored.length);
  const [{ count }] = await db('model_versions').count({ count: '*' });
  expect(Number(count)).toBe(stored.length * 4);
  return stored.length;
}

/** Nothing is there twice, in any table, and nothing has been removed on the way. */
async function assertOnce(db: Knex): Promise<void> {
  for (const [table, ...columns] of [
    ['models', 'source_id', 'native_id'],
    ['model_versions', 'model_id', 'version'],
    ['model_aliases', 'model_id', 'alias'],
  ])
    expect(
      await db(table)
        .groupBy(columns)
        .havingRaw('count(*) > 1')
        .select(columns),
    ).toEqual([]);
  for (const table of ['models', 'model_versions'])
    expect(await db(table).whereNotNull('tombstoned_at')).toEqual([]);
  expect(await db('version_conflicts')).toEqual([]);
}

describe.each(TestDatabases.create().eachSupportedId())(
  'SyncEngine that is killed, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** A database that another process can open. */
    async function createDatabase(name: string): Promise<Knex.Config> {
      if (id === 'SQLITE_3')
        return {
          client: 'better-sqlite3',
          connection: { filename: path.join(folder, `${name}.db`) },
          useNullAsDefault: true,
        };
      const made = await databases.init(id);
      const { connection } = made.client.config;
      return { client: 'pg', connection };
    }

    it(`loses nothing and stores nothing twice, killed ${kills} times`, async () => {
      const config = await createDatabase('killed');
      const db = knexFactory(config);
      await openDatabase({ getClient: async () => db });
      const progress: number[] = [];
      for (let nth = 0; nth < kills; nth += 1) {
        const child = start(config);
        const ended = once(child, 'exit');
        let pages = 0;
        child.on('message', async message => {
          if (message !== 'page') return;
          pages += 1;
          if (pages !== 2 + (nth % 4)) return;
          // Anywhere from reading a page to the end of its transaction.
          await wait(nth % 7);
          child.kill('SIGKILL');
        });
        await ended;
        progress.push(await assertWhole(db));
      }
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      const partly = progress.filter(count => count > 0 && count < models);
      expect(new Set(partly).size).toBeGreaterThan(kills / 4);
      await once(start(config), 'exit');
      await once(start(config), 'exit');
      expect(await assertWhole(db)).toBe(models);
      const aliases = await db('model_aliases').whereNull('until');
      expect(aliases).toHaveLength(models);
      const living = await db('model_versions').whereNull('tombstoned_at');
      expect(living).toHaveLength(versions);
      const [last, ...before] = await db('sync_runs').orderBy(
        'started_at',
        'desc',
      );
      expect(last).toMatchObject({ state: 'succeeded', written: 0 });
      // Each of them has ended: well, or with the remedy.
      expect(before.length).toBeGreaterThan(kills / 2);
      for (const { state, error, finished_at: finishedAt } of before) {
        expect(finishedAt).toEqual(expect.any(String));
        if (state !== 'succeeded')
          expect([state, error]).toEqual([
            'failed',
            expect.stringContaining('look for restarts of the backend'),
          ]);
      }
      await assertOnce(db);
      const runs = DatabaseRunStore.create({ db });
      const health = (await runs.getHealth()).get('killed');
      const schedule = { frequency: { minutes: 5 }, timeout: { minutes: 4 } };
      expect(stateOf(health, schedule, new Date())).toBe('fresh');
      expect(health).toMatchObject({ last_error: null, held_removals: null });
      expect((await runs.getRuns()).get('killed')?.isRunning).toBe(false);
      await db.destroy();
    });

    it('runs one after the other where two processes start at once', async () => {
      const config = await createDatabase('together');
      const db = knexFactory(config);
      await openDatabase({ getClient: async () => db });
      const children = [start(config, 60_000), start(config, 60_000)];
      await Promise.all(children.map(child => once(child, 'exit')));
      expect(await assertWhole(db)).toBe(models);
      const [first, second] = await db('sync_runs').orderBy('started_at');
      const written = models + versions + models;
      expect(first).toMatchObject({ state: 'succeeded', written });
      // There is one only if the other process came after it had ended.
      if (second) {
        expect(second).toMatchObject({ state: 'succeeded', written: 0 });
        expect(second.started_at >= first.finished_at).toBe(true);
      }
      await db.destroy();
    });
  },
);
