import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import knexFactory, { Knex } from 'knex';
import {
  createSyncFixture,
  model,
  page,
  version,
} from '../__testUtils__/syncFixture';
import { unfiltered } from '../database/modelFilter';
import { openDatabase } from '../database/openDatabase';
import { stateOf } from './toSource';

jest.setTimeout(60_000);

const named = (title: string) =>
  page(
    model([version('1', { nativeId: `${title}@1` })], {
      nativeId: title,
      name: title,
      title,
      location: title,
    }),
  );

/** A database that goes away and comes back, with what was stored. */
interface Restartable {
  db: Knex;
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
}

/** As a restart does it: connections end, and nobody gets a new one for a while. */
async function openPostgres(made: Knex): Promise<Restartable> {
  const { connection } = made.client.config;
  const admin = knexFactory({
    client: 'pg',
    connection: { ...connection, database: 'postgres' },
  });
  const name = connection.database;
  const allow = (isAllowed: boolean) =>
    admin.raw(`alter database ?? with allow_connections ${isAllowed}`, [name]);
  return {
    db: made,
    async goAway() {
      await allow(false);
      await admin.raw(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = ?',
        [name],
      );
    },
    async comeBack() {
      await allow(true);
      await admin.destroy();
    },
  };
}

/** A file has no server that restarts; another program may have it for itself. */
async function openSqlite(folder: string): Promise<Restartable> {
  const open = async (busyMs: number) => {
    const opened = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: path.join(folder, 'locked.db') },
      useNullAsDefault: true,
    });
    await opened.raw(`pragma busy_timeout = ${busyMs}`);
    return opened;
  };
  const other = await open(0);
  return {
    db: await open(50),
    async goAway() {
      for (;;)
        try {
          await other.raw('begin exclusive');
          return;
        } catch {
          // A page is being written.
          await new Promise(resolve => setImmediate(resolve));
        }
    },
    async comeBack() {
      await other.raw('rollback');
      await other.destroy();
    },
  };
}

describe.each(TestDatabases.create().eachSupportedId())(
  'SyncEngine whose database goes away, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const folder = mkdtempSync(path.join(tmpdir(), 'locked-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const open = async (which: TestDatabaseId) =>
      which === 'SQLITE_3'
        ? openSqlite(folder)
        : openPostgres(await databases.init(which));

    it('keeps what it has stored, and goes on when the database is back', async () => {
      const { db, goAway, comeBack } = await open(id);
      await openDatabase({ getClient: async () => db });
      const fixture = await createSyncFixture(db);
      const { connector, source, logger, models, sync } = fixture;
      // The lease of a run that could not be closed is over at once.
      const { engine, runs } = fixture.createReplica(-1);
      const titles = async () =>
        (await models.listModels({}, unfiltered)).items.map(row => row.title);
      await sync(named('known'));
      logger.info.mockClear();
      connector.pages = [
        named('a'),
        named('b'),
        async () => {
          await goAway();
          return named('c');
        },
        named('d'),
      ];
      await engine.runToEnd(source);
      const state = async () =>
        stateOf(
          (await runs.getHealth()).get('one'),
          source.schedule,
          new Date(),
        );
      /** All that the log has above debug since the last look. */
      const lines = () =>
        (['error', 'warn', 'info'] as const).flatMap(level =>
          logger[level].mock.calls
            .splice(0)
            .map(([line]) => `${level} ${line}`),
        );
      // It was the database, and not the registry.
      expect(lines()).toEqual([
        expect.stringMatching(
          /^warn Sync of source "one" failed: The database does not answer.*look at the database's own log.*shows it with its next run$/,
        ),
      ]);
      expect(connector.reads).toHaveLength(2);

      await comeBack();
      const kept = await titles();
      expect(kept).toContain('known');
      expect(['a', 'b', 'known']).toEqual(expect.arrayContaining(kept));
      connector.pages = ['a', 'b', 'c', 'd', 'known'].map(named);
      await engine.runToEnd(source);
      const all = ['a', 'b', 'c', 'd', 'known'];
      expect(await titles()).toEqual(all);
      expect(await state()).toBe('fresh');
      // What could not be said of the run that broke off is said by this one.
      const [lost, succeeded, ...more] = lines();
      expect(lost).toMatch(/^warn .*look for restarts of the backend/);
      expect(succeeded).toMatch(/^info Synced source "one": 5 models/);
      expect(more).toEqual([]);
      await engine.runToEnd(source);
      expect((await runs.getHealth()).get('one')).toMatchObject({
        last_state: 'succeeded',
        last_run_written: 0,
        last_error: null,
      });
      expect((await runs.getRuns()).get('one')?.isRunning).toBe(false);
      expect(await titles()).toEqual(all);
      await db.destroy();
    });
  },
);
