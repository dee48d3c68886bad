import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import knexFactory from 'knex';

/** A database that is there for one measurement. */
export interface BenchDatabase {
  name: string;
  /** Value of `backend.database`. */
  config: JsonObject;
  remove(): Promise<void>;
}

const postgresVariable = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** SQLite files in a new folder. */
export async function createSqlite(): Promise<BenchDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'modelyard-bench-'));
  return {
    name: 'SQLite',
    config: { client: 'better-sqlite3', connection: { directory } },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A new Postgres database; undefined where no server is named in the environment. */
export async function createPostgres(): Promise<BenchDatabase | undefined> {
  const server = process.env[postgresVariable];
  if (!server) return undefined;
  const database = `modelyard_bench_${process.pid}`;
  const admin = knexFactory({ client: 'pg', connection: server });
  await admin.raw('create database ??', [database]);
  const connection = new URL(server);
  connection.pathname = `/${database}`;
  return {
    name: 'Postgres',
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
