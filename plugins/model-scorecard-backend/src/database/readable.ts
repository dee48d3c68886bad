import { Knex } from 'knex';

/** Models that a caller may read. */
export type ReadableRefs = Set<string> | 'all';

const batch = 500;

/** Keeps a query to the models that a caller may read. */
export function whereReadable<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  column: string,
  readable: ReadableRefs,
): TQuery {
  if (readable === 'all') return query;
  const refs = [...readable];
  query.where(any => {
    any.whereIn(column, refs.slice(0, batch));
    for (let start = batch; start < refs.length; start += batch)
      any.orWhereIn(column, refs.slice(start, start + batch));
  });
  return query;
}
