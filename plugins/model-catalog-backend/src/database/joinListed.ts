import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/**
 * Joins what belongs to the rows of a short list. SQLite keeps to this order; left to
 * itself it would begin with all models of a source, and look at all they have.
 */
export function joinListed(
  query: Knex.QueryBuilder,
  table: string,
  on: [own: string, listed: string],
): Knex.QueryBuilder {
  return isPostgres(query.client)
    ? query.join(table, ...on)
    : query.crossJoin(table, ...on);
}

/** Keeps the models of a source in a short list; SQLite finds no index to begin with. */
export function whereListedSource(
  query: Knex.QueryBuilder,
  source: string | undefined,
): Knex.QueryBuilder {
  if (source === undefined) return query;
  return isPostgres(query.client)
    ? query.where('models.source_id', source)
    : query.whereRaw('+models.source_id = ?', [source]);
}
