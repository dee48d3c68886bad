import { Knex } from 'knex';
import { Insert, Merge, onConflict, quoted, target } from './statement';

/** Characters of JSON in one statement, about. */
const batchLength = 2_000_000;

/** Inserts rows that may be there already, as one JSON text. */
export async function mergeOnPostgres(
  tx: Knex.Transaction,
  insert: Insert,
  merge: Merge,
): Promise<void> {
  const source = `json_populate_recordset(null::"${insert.table}", ?::json)`;
  const sql = `insert into ${target(insert)} select ${quoted(insert.columns)} from ${source}${onConflict(merge)}`;
  for (const json of batchesOf(insert.rows)) await tx.raw(sql, [json]);
}

function* batchesOf(rows: object[]): Generator<string> {
  let texts: string[] = [];
  let length = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    texts.push(text);
    length += text.length;
    if (length < batchLength) continue;
    yield `[${texts.join(',')}]`;
    texts = [];
    length = 0;
  }
  if (texts.length > 0) yield `[${texts.join(',')}]`;
}
