import { setImmediate as letOthersRun } from 'node:timers/promises';
import { Knex } from 'knex';
import {
  Insert,
  InsertValue,
  Merge,
  onConflict,
  target,
  valuesOf,
} from './statement';

/** Rows after which SQLite, which writes within the process, lets others run. */
const rowsAtOnce = 1_000;

/** The part of better-sqlite3 that is used. */
interface SqliteConnection {
  prepare(sql: string): { run(values: unknown[]): unknown };
}

/**
 * Runs one prepared statement for each row, in a third of the time that SQLite
 * takes to read them from JSON. Many rows in one statement are slower too, and
 * hold on to memory that no garbage collector knows of.
 */
export async function insertEach(
  tx: Knex.Transaction,
  insert: Insert,
  merge?: Merge,
): Promise<void> {
  const { columns, rows } = insert;
  // Within a transaction this is the connection that the transaction holds.
  const connection: SqliteConnection = await tx.client.acquireConnection();
  const values = columns.map(() => '?').join(', ');
  const statement = connection.prepare(
    `insert into ${target(insert)} values (${values})${onConflict(merge)}`,
  );
  for (const [index, row] of rows.entries()) {
    if (index > 0 && index % rowsAtOnce === 0) await letOthersRun();
    statement.run(valuesOf(row, columns, toSqlite));
  }
}

function toSqlite(value: InsertValue): string | number | null {
  return typeof value === 'boolean' ? Number(value) : value;
}
