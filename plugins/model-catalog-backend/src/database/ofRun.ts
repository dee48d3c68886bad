import { Knex } from 'knex';
import { isPostgres } from './isPostgres';

/** Narrows versions to those that a run of the registry produced. */
export function ofRun(
  versions: Knex.QueryBuilder,
  run: string | undefined,
): Knex.QueryBuilder {
  if (run === undefined) return versions;
  const id = isPostgres(versions.client)
    ? `run::json ->> 'id' = ?`
    : `run ->> 'id' = ?`;
  return versions.whereRaw(id, [run]);
}
