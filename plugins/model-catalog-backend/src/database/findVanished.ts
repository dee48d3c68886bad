import { Knex } from 'knex';
import { Holdings } from '../domain/removalGuard';
import { inBatches } from './inBatches';
import { Sweep } from './SyncStore';

interface LivingModel {
  id: number;
  ref: string;
  version_count: number;
}

function add(total: Holdings, model: LivingModel): Holdings {
  return {
    models: total.models + 1,
    versions: total.versions + model.version_count,
  };
}

/**
 * What a source holds in the store but was not seen in a whole pass: models, and
 * versions of models that are still there.
 */
export async function findVanished(
  db: Knex,
  sourceId: string,
  seen: { models: ReadonlySet<number>; missingVersions: number[] },
): Promise<Sweep> {
  const living: LivingModel[] = await db('models')
    .where({ source_id: sourceId })
    .whereNull('tombstoned_at')
    .select('id', 'ref', 'version_count');
  const gone = living.filter(model => !seen.models.has(model.id));
  const versions: { id: number; ref: string }[] = [];
  await inBatches(seen.missingVersions, async batch => {
    const rows: { id: number; ref: string }[] = await db('model_versions')
      .join('models', 'models.id', 'model_versions.model_id')
      .whereIn('model_versions.id', batch)
      .whereNull('model_versions.tombstoned_at')
      .select('model_versions.id', 'models.ref');
    versions.push(...rows);
  });
  const nothing = { models: 0, versions: 0 };
  const removed = gone.reduce(add, nothing);
  return {
    models: gone.map(({ id, ref }) => ({ id, ref })),
    versions,
    removed: { ...removed, versions: removed.versions + versions.length },
    living: living.reduce(add, nothing),
  };
}
