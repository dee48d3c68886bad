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

/**
 * What a model cost per day and version, added up from the ledger's rows of the
 * span as they are stored: the same figures without any roll-up.
 */
export async function sumLedger(
  knex: Knex,
  model: string,
  span: { from: string; to: string },
): Promise<number> {
  const rows: { total: number | string }[] = await knex('cost_allocations as a')
    .join('cost_days as d', join =>
      join
        .on('a.source_id', 'd.source_id')
        .on('a.day', 'd.day')
        .on('a.revision', 'd.revision'),
    )
    .where('d.is_current', true)
    .whereBetween('a.day', [span.from, span.to])
    .where('a.model', model)
    .groupBy('a.day', 'a.version')
    .select('a.day', 'a.version')
    .sum({ total: 'a.total' });
  return rows.reduce((sum, { total }) => sum + Number(total), 0);
}
