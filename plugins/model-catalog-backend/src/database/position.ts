import {
  decodeCursor,
  encodeCursor,
  InvalidFieldsError,
} from '@modelyard/plugin-model-catalog-node';
import { Knex } from 'knex';

const maxId = 2 ** 31 - 1;

/** Where a page starts: after the row with this sort value and id. */
export interface Position {
  value: string | number;
  id: number;
}

/** An order of a list: an SQL expression that is never null, and its direction. */
export interface ListOrder {
  /** As in the query parameter `sort`. */
  name: string;
  expression: string;
  valueType: 'string' | 'number';
  descending: boolean;
  /** By bytes on Postgres as on SQLite, whatever the locale; its index is so too. */
  bytewise?: boolean;
}

/**
 * Reads the cursor of a list in this order.
 *
 * @throws InvalidFieldsError for a cursor of another list or order
 */
export function readPosition(
  cursor: string | undefined,
  order: ListOrder,
): Position | undefined {
  const key = decodeCursor(cursor, 3);
  if (!key) return undefined;
  const [name, value, id] = key;
  const isId =
    typeof id === 'number' && Number.isInteger(id) && Math.abs(id) <= maxId;
  const isValue =
    value !== null &&
    typeof value === order.valueType &&
    !String(value).includes('\0');
  if (name === order.name && isId && isValue) return { value, id };
  throw new InvalidFieldsError([
    {
      path: '/query/cursor',
      message: `not a cursor of this list sorted by ${order.name}; start again without one`,
    },
  ]);
}

/** Cursor of the page after this row. */
export function writePosition(order: ListOrder, position: Position): string {
  return encodeCursor([order.name, position.value, position.id]);
}

/**
 * The same order by an expression that no index has: for few rows that are found
 * otherwise and then sorted, where a database would rather walk along the order and
 * look at every row.
 */
export function withoutIndex(order: ListOrder): ListOrder {
  const { expression, valueType } = order;
  const neutral = valueType === 'string' ? `|| ''` : '+ 0';
  return { ...order, expression: `(${expression} ${neutral})` };
}

/** What the rows are sorted by, in the database's own words. */
export function sortedBy(
  { expression, bytewise }: ListOrder,
  client: Knex.Client,
): string {
  return bytewise && client.config.client === 'pg'
    ? `${expression} collate "C"`
    : expression;
}

/** Sorts, and starts after the position; one row more than asked tells of a next page. */
export function applyOrder(
  query: Knex.QueryBuilder,
  options: {
    order: ListOrder;
    id: string;
    position: Position | undefined;
    limit: number;
  },
): Knex.QueryBuilder {
  const { order, id, position, limit } = options;
  const direction = order.descending ? 'desc' : 'asc';
  const expression = sortedBy(order, query.client);
  if (position)
    query.whereRaw(
      `(${expression}, ${id}) ${order.descending ? '<' : '>'} (?, ?)`,
      [position.value, position.id],
    );
  return query
    .orderByRaw(`${expression} ${direction}, ${id} ${direction}`)
    .limit(limit + 1);
}
