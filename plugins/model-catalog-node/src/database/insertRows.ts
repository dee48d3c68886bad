import { Knex } from 'knex';
import { copyToPostgres } from './copyToPostgres';
import { insertEach } from './insertEach';
import { mergeOnPostgres } from './mergeOnPostgres';
import { InsertValue, Merge } from './statement';

/**
 * Inserts many rows of the same columns; gives how many.
 *
 * A statement with a binding a value takes longer to put together, send and plan
 * than the rows take to be written. So PostgreSQL gets them by COPY, or as one JSON
 * text where rows may be there already, which COPY can't cope with; SQLite, which
 * nothing is sent to, runs one prepared statement row by row.
 *
 * @public
 */
export async function insertRows<
  TRow extends { [K in keyof TRow]: InsertValue },
>(
  tx: Knex.Transaction,
  table: string,
  options: { rows: TRow[]; merge?: Merge },
): Promise<number> {
  const { rows, merge } = options;
  if (rows.length === 0) return 0;
  const insert = { table, columns: Object.keys(rows[0]), rows };
  if (tx.client.config.client !== 'pg') await insertEach(tx, insert, merge);
  else if (merge) await mergeOnPostgres(tx, insert, merge);
  else await copyToPostgres(tx, insert);
  return rows.length;
}
