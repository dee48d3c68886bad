import { Knex } from 'knex';
import { ModelFilter, whereAllowed } from './modelFilter';
import { SourceCounts } from './ModelStore';

type Sum = string | number;

interface ModelSums {
  source_id: string;
  models: Sum;
  versions: Sum;
  gone: Sum;
  gone_versions: Sum;
}

function conflictsOf(db: Knex, filter: ModelFilter) {
  return whereAllowed(
    db('version_conflicts')
      .join(
        'model_versions',
        'model_versions.id',
        'version_conflicts.version_id',
      )
      .join('models', 'models.id', 'model_versions.model_id')
      .whereNull('version_conflicts.ended_at'),
    filter,
  );
}

/** Models, versions, tombstones of both, and open conflicts, by source. */
export async function countSources(
  db: Knex,
  filter: ModelFilter,
): Promise<Record<string, SourceCounts>> {
  const isLiving = 'case when models.tombstoned_at is null then 1 else 0 end';
  const sums: ModelSums[] = await whereAllowed(db('models'), filter)
    .groupBy('models.source_id')
    .select(
      'models.source_id',
      db.raw(`sum(${isLiving}) as models`),
      db.raw('sum(models.version_count) as versions'),
      db.raw(`sum(1 - ${isLiving}) as gone`),
      db.raw('sum(models.removed_versions) as gone_versions'),
    );
  const conflicts: { source_id: string; open: Sum }[] = await conflictsOf(
    db,
    filter,
  )
    .groupBy('models.source_id')
    .select('models.source_id', db.raw('count(*) as open'));
  const open = new Map(conflicts.map(row => [row.source_id, Number(row.open)]));
  return Object.fromEntries(
    sums.map(row => [
      row.source_id,
      {
        models: Number(row.models),
        versions: Number(row.versions),
        tombstones: Number(row.gone) + Number(row.gone_versions),
        conflicts: open.get(row.source_id) ?? 0,
      },
    ]),
  );
}
