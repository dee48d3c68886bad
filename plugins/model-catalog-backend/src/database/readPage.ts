import { Knex } from 'knex';
import {
  applyOrder,
  ListOrder,
  readPosition,
  withoutIndex,
  writePosition,
} from './position';

const defaultLimit = 50;

/** Which page of a list. */
export interface PageQuery {
  cursor?: string;
  limit?: number;
}

/** How a page is read. */
export interface ReadPageOptions {
  page: PageQuery;
  order: ListOrder;
  /** Column that tells rows of the same sort value apart. */
  id: string;
  columns: (string | Knex.Raw)[];
  /** Sorts what the query finds, rather than meet it along the order. */
  isFew?: boolean;
}

/** A row with what its list is sorted by. */
export type Sorted<TRow> = TRow & { id: number; sort_value: string | number };

/**
 * Reads the rows of a page of a filtered query, and one more if there is one.
 *
 * @param query - or its parts, when each of them has an index in the order
 * @throws InvalidFieldsError for a cursor of another list
 */
export async function readRows<TRow>(
  query: Knex.QueryBuilder | Knex.QueryBuilder[],
  options: ReadPageOptions,
): Promise<Sorted<TRow>[]> {
  const rows: unknown = await sorted(query, options).select(...options.columns);
  // Columns that are named at run time have no type that Knex could tell.
  return rows as Sorted<TRow>[];
}

function sorted(
  query: Knex.QueryBuilder | Knex.QueryBuilder[],
  options: ReadPageOptions,
): Knex.QueryBuilder {
  if (Array.isArray(query)) return mergeParts(query, options);
  return options.isFew ? sortFound(query, options) : walkOrder(query, options);
}

function walkOrder(
  query: Knex.QueryBuilder,
  { page, order, id }: ReadPageOptions,
): Knex.QueryBuilder {
  return applyOrder(query, {
    order,
    id,
    position: readPosition(page.cursor, order),
    limit: limitOf(page),
  }).select(query.client.raw(`${order.expression} as sort_value`));
}

/** Sorts ids by what was read with them, and reads the rows of the page. */
function rowsOf(
  found: Knex.QueryBuilder,
  { page, order, id }: ReadPageOptions,
): Knex.QueryBuilder {
  const [table] = id.split('.');
  const rows = found.client
    .queryBuilder()
    .from(found.as('found'))
    .join(table, id, 'found.found_id');
  return applyOrder(rows, {
    id,
    position: undefined,
    limit: limitOf(page),
    order: { ...order, expression: 'found.sort_value' },
  }).select('found.sort_value');
}

/** Sorts ids and what they are sorted by; whole rows are read of the page alone. */
function sortFound(
  query: Knex.QueryBuilder,
  options: ReadPageOptions,
): Knex.QueryBuilder {
  const order = withoutIndex(options.order);
  const found = walkOrder(query, { ...options, order });
  return rowsOf(found.select({ found_id: options.id }), options);
}

/** What may stand on the page of each part, found along its own index. */
function mergeParts(
  parts: Knex.QueryBuilder[],
  options: ReadPageOptions,
): Knex.QueryBuilder {
  const [first, ...others] = parts.map(part =>
    part.client
      .queryBuilder()
      .from(
        walkOrder(part, options).select({ found_id: options.id }).as('part'),
      ),
  );
  return rowsOf(first.unionAll(others), options);
}

/** The page among rows that hold one more where another page follows. */
export function cutPage<TRow>(
  rows: Sorted<TRow>[],
  { page, order }: Pick<ReadPageOptions, 'page' | 'order'>,
): { rows: Sorted<TRow>[]; nextCursor?: string } {
  const kept = rows.slice(0, limitOf(page));
  if (rows.length === kept.length) return { rows };
  const last = kept[kept.length - 1];
  return {
    rows: kept,
    nextCursor: writePosition(order, { value: last.sort_value, id: last.id }),
  };
}

/**
 * Reads a page of a filtered query.
 *
 * @param query - or its parts, when each of them has an index in the order
 * @throws InvalidFieldsError for a cursor of another list
 */
export async function readPage<TRow>(
  query: Knex.QueryBuilder | Knex.QueryBuilder[],
  options: ReadPageOptions,
): Promise<{ rows: Sorted<TRow>[]; nextCursor?: string }> {
  return cutPage(await readRows<TRow>(query, options), options);
}

function limitOf(page: PageQuery): number {
  return page.limit ?? defaultLimit;
}

/** How many rows a filtered query finds. */
export async function countRows(query: Knex.QueryBuilder): Promise<number> {
  const [row]: { count: string | number }[] = await query.count({ count: '*' });
  return Number(row.count);
}
