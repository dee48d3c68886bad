import { Knex } from 'knex';
import { SyncPlan } from '../domain/syncPlan';
import { inBatches } from './inBatches';
import { ModelTableRow } from './rows';
import { toModelColumns, toVersionColumns } from './toTable';

const vanishedReason = 'The source no longer lists it';

/** Columns of a version that a registry may change. */
const detailColumns = [
  'status',
  'stage',
  'links',
  'card',
  'uri',
  'detail_hash',
];

/** Options of {@link PlanWriter.create}. */
export interface PlanWriterOptions {
  tx: Knex.Transaction;
  /** ISO 8601; the time of everything that is written. */
  now: string;
  sourceId: string;
}

/** Writes one plan, within the transaction that it is given. */
export class PlanWriter {
  private constructor(private readonly options: PlanWriterOptions) {}

  static create(options: PlanWriterOptions): PlanWriter {
    return new PlanWriter(options);
  }

  /** @returns how many rows were written, not counting derived columns */
  async write(plan: SyncPlan): Promise<number> {
    const models = await this.writeModels(plan);
    const ids = await this.findIds([...plan.changedRefs]);
    const versions = await this.writeVersions(plan, ids);
    const conflicts = await this.writeConflicts(plan);
    const aliases = await this.writeAliases(plan, ids);
    await this.deriveLatest([...ids.values()]);
    return models + versions + conflicts + aliases;
  }

  private async writeModels(plan: SyncPlan): Promise<number> {
    const { tx, now, sourceId } = this.options;
    const inserted = await inBatches(plan.newModels, batch =>
      tx('models').insert(batch.map(m => toModelColumns(m, sourceId))),
    );
    for (const { id, record } of plan.changedModels)
      await tx('models').where({ id }).update(toModelColumns(record, sourceId));
    const vanished = await inBatches(plan.vanishedModels, batch =>
      tx('models')
        .whereIn(
          'id',
          batch.map(m => m.id),
        )
        .update({ tombstoned_at: now, tombstone_reason: vanishedReason }),
    );
    return inserted + plan.changedModels.length + vanished;
  }

  private async findIds(refs: string[]): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    await inBatches(refs, async batch => {
      const rows: Pick<ModelTableRow, 'id' | 'ref'>[] = await this.options
        .tx<ModelTableRow>('models')
        .whereIn('ref', batch)
        .select('id', 'ref');
      for (const row of rows) ids.set(row.ref, row.id);
    });
    return ids;
  }

  private async writeVersions(
    plan: SyncPlan,
    ids: Map<string, number>,
  ): Promise<number> {
    const { tx, now } = this.options;
    const returned = await inBatches(plan.returnedVersions, batch =>
      tx('model_versions')
        .whereIn('id', batch)
        .update({ tombstoned_at: null, tombstone_reason: null }),
    );
    const written = await inBatches(plan.versions, batch =>
      tx('model_versions')
        .insert(
          batch.map(({ ref, record }) =>
            toVersionColumns(record, idOf(ids, ref)),
          ),
        )
        .onConflict(['model_id', 'version'])
        .merge(detailColumns),
    );
    const vanished = await inBatches(plan.vanishedVersions, batch =>
      tx('model_versions')
        .whereIn('id', batch)
        .update({ tombstoned_at: now, tombstone_reason: vanishedReason }),
    );
    return returned + written + vanished;
  }

  private async writeConflicts(plan: SyncPlan): Promise<number> {
    const { tx, now } = this.options;
    const ended = await inBatches(plan.endedConflicts, batch =>
      tx('version_conflicts').whereIn('id', batch).update({ ended_at: now }),
    );
    const opened = await inBatches(plan.newConflicts, batch =>
      tx('version_conflicts').insert(
        batch.map(({ versionId, digest, fields, marks }) => ({
          version_id: versionId,
          digest,
          fields: JSON.stringify(fields),
          marks,
          seen_at: now,
        })),
      ),
    );
    return ended + opened;
  }

  private async writeAliases(
    plan: SyncPlan,
    ids: Map<string, number>,
  ): Promise<number> {
    const { tx, now } = this.options;
    const ended = await inBatches(plan.endedAliases, batch =>
      tx('model_aliases').whereIn('id', batch).update({ until: now }),
    );
    const opened = await inBatches(plan.newAliases, batch =>
      tx('model_aliases').insert(
        batch.map(({ ref, alias, version }) => ({
          model_id: idOf(ids, ref),
          alias,
          version,
          since: now,
        })),
      ),
    );
    return ended + opened;
  }

  /** What the models list sorts by and shows, so that it need not join. */
  private async deriveLatest(modelIds: number[]): Promise<void> {
    const { tx } = this.options;
    const living = `from model_versions v where v.model_id = models.id and v.tombstoned_at is null`;
    const newest = `${living} order by v.created_at desc, v.id desc limit 1`;
    await inBatches(modelIds, batch =>
      tx('models')
        .whereIn('id', batch)
        .update({
          version_count: tx.raw(`(select count(*) ${living})`),
          latest_version: tx.raw(`(select v.version ${newest})`),
          latest_created_at: tx.raw(`(select v.created_at ${newest})`),
        }),
    );
  }
}

function idOf(ids: Map<string, number>, ref: string): number {
  const id = ids.get(ref);
  if (id === undefined) throw new Error(`${ref} was not stored`);
  return id;
}
