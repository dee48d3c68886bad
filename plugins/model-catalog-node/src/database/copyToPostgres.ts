import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Knex } from 'knex';
import { CopyStreamQuery, from } from 'pg-copy-streams';
import { Insert, InsertValue, target, valuesOf } from './statement';

/** Rows of one chunk of the stream. */
const rowsAtOnce = 1_000;

/** The part of a connection of pg that is used. */
interface PostgresConnection {
  query(stream: CopyStreamQuery): CopyStreamQuery;
}

/**
 * Streams rows by COPY, in the text format.
 * https://www.postgresql.org/docs/current/sql-copy.html
 */
export async function copyToPostgres(
  tx: Knex.Transaction,
  insert: Insert,
): Promise<void> {
  // Within a transaction this is the connection that the transaction holds.
  const connection: PostgresConnection = await tx.client.acquireConnection();
  await pipeline(
    Readable.from(chunksOf(insert)),
    connection.query(from(`copy ${target(insert)} from stdin`)),
  );
}

function* chunksOf({ rows, columns }: Insert): Generator<string> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const lines = rows
      .slice(start, start + rowsAtOnce)
      .map(row => valuesOf(row, columns, toCopyText).join('\t'));
    yield `${lines.join('\n')}\n`;
  }
}

const special = /[\\\t\n\r]/;
const everySpecial = new RegExp(special, 'g');
const escapes: Record<string, string> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

function toCopyText(value: InsertValue): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return special.test(value)
    ? value.replace(everySpecial, character => escapes[character])
    : value;
}
