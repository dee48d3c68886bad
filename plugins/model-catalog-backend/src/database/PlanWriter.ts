import { insertRows } from '@modelyard/plugin-model-catalog-node';
import { Knex } from 'knex';
import { PagePlan } from '../domain/syncPlan';
import { deriveLatest } from './deriveLatest';
import { inBatches } from './inBatches';
import { titleBase } from './LineageStore';
import { ModelTableRow } from './rows';
import { toModelColumns, toNewModelColumns, toVersionColumns } from './toTable';

/** Columns of a version that a registry may change. */
const detailColumns = [
  'status',
  'stage',
  'links',
  'card',
  'uri',
  'labels',
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

  /** Gives how many rows were written, not counting derived columns, and the models' ids. */
  async write(
    plan: PagePlan,
  ): Promise<{ written: number; modelIds: number[] }> {
    const models = await this.writeModels(plan);
    const ids = await this.findIds([...plan.changedRefs]);
    await this.writeBases(plan, ids);
    const versions = await this.writeVersions(plan, ids);
    const conflicts = await this.writeConflicts(plan);
    const aliases = await this.writeAliases(plan, ids);
    const modelIds = [...ids.values()];
    const known = new Set(plan.newModels.map(model => model.ref));
    // What is new was stored with its newest version.
    const changed = [...ids].filter(([ref]) => !known.has(ref));
    await deriveLatest(
      this.options.tx,
      changed.map(([, id]) => id),
    );
    return { written: models + versions + conflicts + aliases, modelIds };
  }

  private async writeModels(plan: PagePlan): Promise<number> {
    const { tx, sourceId } = this.options;
    const inserted = await insertRows(tx, 'models', {
      rows: plan.newModels.map(model => toNewModelColumns(model, sourceId)),
    });
    for (const { id, record } of plan.changedModels)
      await tx('models').where({ id }).update(toModelColumns(record, sourceId));
    for (const { id, mark } of plan.newMarks)
      await tx('models').where({ id }).update({ source_mark: mark });
    return inserted + plan.changedModels.length + plan.newMarks.length;
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

  /** What models were made from, which lineage looks up in reverse. */
  private async writeBases(
    plan: PagePlan,
    ids: Map<string, number>,
  ): Promise<void> {
    const { tx } = this.options;
    const changed = plan.changedModels.map(({ id }) => id);
    await inBatches(changed, batch =>
      tx('model_bases').whereIn('model_id', batch).delete(),
    );
    const records = [
      ...plan.newModels,
      ...plan.changedModels.map(({ record }) => record),
    ];
    const rows = records.flatMap(({ ref, baseModels, baseModelTitles }) =>
      [...baseModels, ...baseModelTitles.map(titleBase)].map(base => ({
        model_id: idOf(ids, ref),
        base,
      })),
    );
    await insertRows(tx, 'model_bases', { rows });
  }

  private async writeVersions(
    plan: PagePlan,
    ids: Map<string, number>,
  ): Promise<number> {
    const { tx } = this.options;
    const returned = await inBatches(plan.returnedVersions, batch =>
      tx('model_versions')
        .whereIn('id', batch)
        .update({ tombstoned_at: null, tombstone_reason: null }),
    );
    const written = await insertRows(tx, 'model_versions', {
      rows: plan.versions.map(({ ref, record }) =>
        toVersionColumns(record, idOf(ids, ref)),
      ),
      merge: { conflict: ['model_id', 'version'], columns: detailColumns },
    });
    return returned + written;
  }

  private async writeConflicts(plan: PagePlan): Promise<number> {
    const { tx, now } = this.options;
    const ended = await inBatches(plan.endedConflicts, batch =>
      tx('version_conflicts').whereIn('id', batch).update({ ended_at: now }),
    );
    const opened = await insertRows(tx, 'version_conflicts', {
      rows: plan.newConflicts.map(({ versionId, digest, fields, marks }) => ({
        version_id: versionId,
        digest,
        fields: JSON.stringify(fields),
        marks,
        seen_at: now,
      })),
    });
    return ended + opened;
  }

  private async writeAliases(
    plan: PagePlan,
    ids: Map<string, number>,
  ): Promise<number> {
    const { tx, now } = this.options;
    const ended = await inBatches(plan.endedAliases, batch =>
      tx('model_aliases').whereIn('id', batch).update({ until: now }),
    );
    const opened = await insertRows(tx, 'model_aliases', {
      rows: plan.newAliases.map(({ ref, alias, version }) => ({
        model_id: idOf(ids, ref),
        alias,
        version,
        since: now,
      })),
    });
    return ended + opened;
  }
}

function idOf(ids: Map<string, number>, ref: string): number {
  const id = ids.get(ref);
  if (id === undefined) throw new Error(`${ref} was not stored`);
  return id;
}
