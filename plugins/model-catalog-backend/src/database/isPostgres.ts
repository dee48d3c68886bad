import { Knex } from 'knex';

/** Whether a query goes to Postgres; otherwise it goes to SQLite. */
export function isPostgres(client: Knex.Client): boolean {
  return client.config.client === 'pg';
}
