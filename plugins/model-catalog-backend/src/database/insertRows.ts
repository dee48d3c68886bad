import { Knex } from 'knex';
import { inBatches } from './inBatches';

/** Characters of JSON in one statement on Postgres, about. */
const batchLength = 4_000_000;

type Row = Record<string, string | number | null>;

/** What to do with rows that are there already. */
export interface Merge {
  /** Columns of the unique index that is met. */
  conflict: string[];
  /** Columns that are written over. */
  columns: string[];
}

/**
 * Inserts many rows of the same columns; gives how many.
 *
 * On Postgres they travel as one JSON text: a statement with a binding a value
 * takes longer to put together, send and plan than the rows take to be written.
 */
export async function insertRows<
  TRow extends { [K in keyof TRow]: Row[string] },
>(
  tx: Knex,
  table: string,
  options: { rows: TRow[]; merge?: Merge },
): Promise<number> {
  const { rows, merge } = options;
  if (tx.client.config.client === 'pg')
    for (const batch of batchesOf(rows))
      await insertJson(tx, table, { batch, merge });
  else
    await inBatches(rows, batch => {
      const insert = tx(table).insert(batch);
      return merge
        ? insert.onConflict(merge.conflict).merge(merge.columns)
        : insert;
    });
  return rows.length;
}

interface JsonBatch {
  columns: string[];
  json: string;
}

function* batchesOf<TRow extends object>(rows: TRow[]): Generator<JsonBatch> {
  if (rows.length === 0) return;
  const columns = Object.keys(rows[0]);
  let texts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    texts.push(text);
    length += text.length;
    if (length < batchLength) continue;
    yield { columns, json: `[${texts.join(',')}]` };
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield { columns, json: `[${texts.join(',')}]` };
}

function insertJson(
  tx: Knex,
  table: string,
  { batch, merge }: { batch: JsonBatch; merge?: Merge },
): Knex.Raw {
  const { columns, json } = batch;
  const names = columns.map(() => '??').join(', ');
  const onConflict = merge
    ? `on conflict (${merge.conflict.map(() => '??').join(', ')}) do update set ${merge.columns
        .map(() => '?? = excluded.??')
        .join(', ')}`
    : '';
  return tx.raw(
    `insert into ?? (${names}) select ${names} from json_populate_recordset(null::??, ?::json) ${onConflict}`,
    [
      ...[table, ...columns, ...columns, table, json],
      ...(merge
        ? [
            ...merge.conflict,
            ...merge.columns.flatMap(column => [column, column]),
          ]
        : []),
    ],
  );
}
