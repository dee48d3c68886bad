import { Knex } from 'knex';

/** Characters of JSON in one statement, about. */
const batchLength = 2_000_000;

/**
 * What to do with rows that are there already.
 *
 * @public
 */
export interface Merge {
  /** Columns of the unique index that is met. */
  conflict: string[];
  /** Columns that are written over. */
  columns: string[];
}

/**
 * What a column may hold on its way into {@link insertRows}.
 *
 * @public
 */
export type InsertValue = string | number | boolean | null;

interface Batch {
  columns: string[];
  /** A list of rows. */
  json: string;
}

type ToText = (row: object, columns: string[]) => string;

/**
 * Inserts many rows of the same columns; gives how many.
 *
 * They travel as one JSON text. A statement with a binding a value takes longer to
 * put together, send and plan than the rows take to be written, and on SQLite it
 * holds on to much memory that no garbage collector knows of.
 *
 * @public
 */
export async function insertRows<
  TRow extends { [K in keyof TRow]: InsertValue },
>(
  tx: Knex,
  table: string,
  options: { rows: TRow[]; merge?: Merge },
): Promise<number> {
  const { rows, merge } = options;
  for (const { columns, json } of batchesOf(rows, textOf(tx)))
    await tx.raw(
      `insert into ?? (${columns.map(() => '??').join(', ')}) ${selectOf(tx, table, columns)} where true ${onConflict(merge)}`,
      [table, ...columns, json, ...conflictBindings(merge)],
    );
  return rows.length;
}

function isPostgres(tx: Knex): boolean {
  return tx.client.config.client === 'pg';
}

/** SQLite finds the cells of a list in less than half the time of those of an object. */
function textOf(tx: Knex): ToText {
  return isPostgres(tx)
    ? row => JSON.stringify(row)
    : (row, columns) =>
        JSON.stringify(columns.map(name => Reflect.get(row, name) ?? null));
}

function* batchesOf(rows: object[], toText: ToText): Generator<Batch> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]);
  let texts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = toText(row, columns);
    texts.push(text);
    length += text.length;
    if (length < batchLength) continue;
    yield { columns, json: `[${texts.join(',')}]` };
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield { columns, json: `[${texts.join(',')}]` };
}

/** Takes rows from the one binding. Names of columns and tables are our own. */
function selectOf(tx: Knex, table: string, columns: string[]): string {
  return isPostgres(tx)
    ? `select ${columns.map(name => `"${name}"`).join(', ')} from json_populate_recordset(null::"${table}", ?::json)`
    : `select ${columns.map((_, index) => `value ->> ${index}`).join(', ')} from json_each(?)`;
}

function onConflict(merge: Merge | undefined): string {
  if (!merge) return '';
  const met = merge.conflict.map(() => '??').join(', ');
  const set = merge.columns.map(() => '?? = excluded.??').join(', ');
  return `on conflict (${met}) do update set ${set}`;
}

function conflictBindings(merge: Merge | undefined): string[] {
  if (!merge) return [];
  return [...merge.conflict, ...merge.columns.flatMap(name => [name, name])];
}
