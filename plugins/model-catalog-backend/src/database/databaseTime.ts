import { Knex } from 'knex';

const nowByClient: Record<string, string> = {
  pg: `to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  'better-sqlite3': `strftime('%Y-%m-%dT%H:%M:%fZ', 'now')`,
};

/**
 * What the clock of the database says. Clocks of replicas differ, and a lease that
 * one gives to itself is judged by another.
 *
 * @throws for a database other than SQLite or Postgres
 */
export async function databaseTime(db: Knex): Promise<Date> {
  const { client } = db.client.config;
  const now = nowByClient[client];
  if (!now)
    throw new Error(`The model catalog doesn't know the database "${client}"`);
  const [row]: { now: string }[] = await db.select(db.raw(`${now} as now`));
  return new Date(row.now);
}
