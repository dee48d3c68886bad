import { Knex } from 'knex';
import { deriveLatest } from './deriveLatest';
import { inBatches } from './inBatches';
import { ModelTableRow } from './rows';
import { Sweep } from './SyncStore';

const reason = 'The source no longer lists it';

/** Turns what vanished into tombstones; gives the number of rows written. */
export async function writeSweep(
  tx: Knex.Transaction,
  sweep: Sweep,
  now: string,
): Promise<number> {
  const tombstone = { tombstoned_at: now, tombstone_reason: reason };
  const modelIds = sweep.models.map(model => model.id);
  let below = 0;
  await inBatches(modelIds, async ids => {
    await tx('models').whereIn('id', ids).update(tombstone);
    below += await tx('model_versions')
      .whereIn('model_id', ids)
      .whereNull('tombstoned_at')
      .update(tombstone);
    below += await tx('model_aliases')
      .whereIn('model_id', ids)
      .whereNull('until')
      .update({ until: now });
  });
  await inBatches(sweep.versions, batch =>
    tx('model_versions')
      .whereIn(
        'id',
        batch.map(version => version.id),
      )
      .update(tombstone),
  );
  const refs = [...new Set(sweep.versions.map(version => version.ref))];
  const touched: number[] = [...modelIds];
  await inBatches(refs, async batch => {
    const rows: Pick<ModelTableRow, 'id'>[] = await tx('models')
      .whereIn('ref', batch)
      .select('id');
    touched.push(...rows.map(row => row.id));
  });
  await deriveLatest(tx, touched);
  return modelIds.length + below + sweep.versions.length;
}
