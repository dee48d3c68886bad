import knexFactory, { Knex } from 'knex';
import { BenchDatabase } from '../sync/BenchDatabase';

/** Opens what the cost plugin writes, in whichever way databases are divided. */
export function openLedger({ config }: BenchDatabase): Knex {
  const { client, connection }: { client?: unknown; connection?: unknown } =
    Object(config);
  if (client === 'pg')
    return knexFactory({
      client: 'pg',
      connection: String(connection),
      searchPath: ['model-cost'],
    });
  const { directory }: { directory?: unknown } = Object(connection);
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename: `${directory}/model-cost.sqlite` },
    useNullAsDefault: true,
  });
}

/** Postgres does so by itself within a minute; the measures don't wait for it. */
export async function gatherStatistics(database: BenchDatabase): Promise<void> {
  const knex = openLedger(database);
  if (knex.client.config.client === 'pg') await knex.raw('analyze');
  await knex.destroy();
}

interface Asked {
  model: string;
  /** Both days included. */
  span: { from: string; to: string };
}

function currentRows(knex: Knex, { from, to }: Asked['span']) {
  return knex('cost_allocations as a')
    .join('cost_days as d', join =>
      join
        .on('a.source_id', 'd.source_id')
        .on('a.day', 'd.day')
        .on('a.revision', 'd.revision'),
    )
    .where('d.is_current', true)
    .whereBetween('a.day', [from, to]);
}

interface LedgerRow {
  day: string;
  model: string;
  version: string;
  total: number | string;
}

/**
 * What a model cost, from the days as they are stored. They are read whole: rules,
 * Components and shares of idle capacity say only then what is the model's. This
 * adds up the rows and leaves the rest out, so that it is the least that must be
 * done without figures made beforehand.
 */
export async function addUpDays(knex: Knex, asked: Asked): Promise<number> {
  const rows: LedgerRow[] = await currentRows(knex, asked.span).select('a.*');
  const byDay = new Map<string, number>();
  for (const { day, model, version, total } of rows) {
    if (model !== asked.model) continue;
    const key = `${day} ${version}`;
    byDay.set(key, (byDay.get(key) ?? 0) + Number(total));
  }
  return [...byDay.values()].reduce((sum, total) => sum + total, 0);
}

/** The same sum by SQL alone, where nothing but a label says what is the model's. */
export async function sumByLabel(knex: Knex, asked: Asked): Promise<number> {
  const rows: LedgerRow[] = await currentRows(knex, asked.span)
    .where('a.model', asked.model)
    .groupBy('a.day', 'a.version')
    .select('a.day', 'a.version')
    .sum({ total: 'a.total' });
  return rows.reduce((sum, { total }) => sum + Number(total), 0);
}
