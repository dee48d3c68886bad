import { Knex } from 'knex';
import { SourceCounts } from './RunStore';

interface CountRow {
  source_id: string;
  living: string | number;
  gone: string | number;
}

function emptyCounts(): SourceCounts {
  return { models: 0, versions: 0, tombstones: 0, conflicts: 0 };
}

/** Models, versions, tombstones of both, and open conflicts, by source. */
export async function countSources(
  db: Knex,
): Promise<Map<string, SourceCounts>> {
  const counts = new Map<string, SourceCounts>();
  const of = (sourceId: string) => {
    const known = counts.get(sourceId) ?? emptyCounts();
    counts.set(sourceId, known);
    return known;
  };
  const split = (table: string) => [
    db.raw(
      `sum(case when ${table}.tombstoned_at is null then 1 else 0 end) as living`,
    ),
    db.raw(
      `sum(case when ${table}.tombstoned_at is null then 0 else 1 end) as gone`,
    ),
  ];
  const models: CountRow[] = await db('models')
    .groupBy('source_id')
    .select('source_id', ...split('models'));
  for (const row of models) {
    of(row.source_id).models = Number(row.living);
    of(row.source_id).tombstones += Number(row.gone);
  }
  const versions: CountRow[] = await db('model_versions')
    .join('models', 'models.id', 'model_versions.model_id')
    .groupBy('models.source_id')
    .select('models.source_id', ...split('model_versions'));
  for (const row of versions) {
    of(row.source_id).versions = Number(row.living);
    of(row.source_id).tombstones += Number(row.gone);
  }
  const conflicts: { source_id: string; open: string | number }[] = await db(
    'version_conflicts',
  )
    .join('model_versions', 'model_versions.id', 'version_conflicts.version_id')
    .join('models', 'models.id', 'model_versions.model_id')
    .whereNull('version_conflicts.ended_at')
    .groupBy('models.source_id')
    .select('models.source_id', db.raw('count(*) as open'));
  for (const row of conflicts) of(row.source_id).conflicts = Number(row.open);
  return counts;
}
