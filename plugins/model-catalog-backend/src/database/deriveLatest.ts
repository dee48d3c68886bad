import { Knex } from 'knex';
import { inBatches } from './inBatches';

/** What the models list sorts by and shows, so that it need not join. */
export async function deriveLatest(
  tx: Knex.Transaction,
  modelIds: number[],
): Promise<void> {
  const living = `from model_versions v where v.model_id = models.id and v.tombstoned_at is null`;
  const gone = `from model_versions v where v.model_id = models.id and v.tombstoned_at is not null`;
  const newest = `${living} order by v.created_at desc, v.id desc limit 1`;
  await inBatches(modelIds, batch =>
    tx('models')
      .whereIn('id', batch)
      .update({
        version_count: tx.raw(`(select count(*) ${living})`),
        removed_versions: tx.raw(`(select count(*) ${gone})`),
        latest_version: tx.raw(`(select v.version ${newest})`),
        latest_created_at: tx.raw(`(select v.created_at ${newest})`),
      }),
  );
}
