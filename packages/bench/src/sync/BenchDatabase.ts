import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import knexFactory from 'knex';

/** A database that is there for one measurement. */
export interface BenchDatabase {
  /** Value of `backend.database`. */
  config: JsonObject;
  remove(): Promise<void>;
}

const postgresVariable = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** Where a measure gets databases of one kind. */
export interface BenchDatabaseKind {
  name: string;
  create(): Promise<BenchDatabase>;
}

let made = 0;

/** SQLite files in a new folder. */
async function createSqlite(): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'modelyard-bench-'));
  return {
    config: { client: 'better-sqlite3', connection: { directory } },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A new Postgres database. */
async function createPostgres(server: string): Promise<BenchDatabase> {
  made += 1;
  const database = `modelyard_bench_${process.pid}_${made}`;
  const admin = knexFactory({ client: 'pg', connection: server });
  await admin.raw('create database ??', [database]);
  const connection = new URL(server);
  connection.pathname = `/${database}`;
  return {
    config: {
      client: 'pg',
      pluginDivisionMode: 'schema',
      connection: connection.toString(),
    },
    async remove() {
      await admin.raw('drop database ?? with (force)', [database]);
      await admin.destroy();
    },
  };
}

/** SQLite, and Postgres where a server is named in the environment. */
export function databaseKinds(): BenchDatabaseKind[] {
  const server = process.env[postgresVariable];
  return [
    { name: 'SQLite', create: createSqlite },
    ...(server
      ? [{ name: 'Postgres', create: () => createPostgres(server) }]
      : []),
  ];
}
