import { Knex } from 'knex';
import { ReadableRefs } from './ModelStore';

/**
 * Keeps the models that may be read. The refs travel as one binding, because
 * there may be more of them than a statement takes bindings.
 */
export function whereReadable(
  query: Knex.QueryBuilder,
  readable: ReadableRefs,
): Knex.QueryBuilder {
  if (readable === 'all') return query;
  const refs = [...readable];
  const isPostgres = query.client.config.client === 'pg';
  return isPostgres
    ? query.whereRaw('models.ref = any(?::text[])', [refs])
    : query.whereRaw('models.ref in (select value from json_each(?))', [
        JSON.stringify(refs),
      ]);
}
