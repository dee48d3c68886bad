import { Knex } from 'knex';
import { StoredState } from '../domain/records';
import { SyncPlan } from '../domain/syncPlan';
import { finishRun } from './finishRun';
import { inBatches } from './inBatches';
import { PlanWriter } from './PlanWriter';
import { AliasRow, ConflictRow, ModelTableRow, VersionTableRow } from './rows';
import { RunResult, SyncStore } from './SyncStore';

/** {@link SyncStore} over SQLite or Postgres. */
export class DatabaseSyncStore implements SyncStore {
  private constructor(private readonly db: Knex) {}

  static create(options: { db: Knex }): DatabaseSyncStore {
    return new DatabaseSyncStore(options.db);
  }

  async loadState(sourceId: string, refs: string[]): Promise<StoredState> {
    const models = await this.loadModels(sourceId, refs);
    const state: StoredState = {
      models: models.map(row => ({
        id: row.id,
        sourceId: row.source_id,
        nativeId: row.native_id,
        ref: row.ref,
        contentHash: row.content_hash,
        tombstoned: row.tombstoned_at !== null,
      })),
      versions: [],
      conflicts: [],
      aliases: [],
    };
    await inBatches(
      models.map(row => row.id),
      ids => this.loadBelow(ids, state),
    );
    return state;
  }

  apply(plan: SyncPlan, run: RunResult): Promise<number> {
    return this.db.transaction(async tx => {
      const now = new Date().toISOString();
      const writer = PlanWriter.create({ tx, now, sourceId: run.sourceId });
      const written = await writer.write(plan);
      await finishRun(tx, {
        ...run,
        state: 'succeeded',
        written,
        finishedAt: now,
      });
      return written;
    });
  }

  private async loadModels(
    sourceId: string,
    refs: string[],
  ): Promise<ModelTableRow[]> {
    const own: ModelTableRow[] = await this.db<ModelTableRow>('models').where({
      source_id: sourceId,
    });
    const ownRefs = new Set(own.map(row => row.ref));
    const others: ModelTableRow[] = [];
    await inBatches(
      refs.filter(ref => !ownRefs.has(ref)),
      async batch => {
        others.push(
          ...(await this.db<ModelTableRow>('models')
            .whereIn('ref', batch)
            .whereNot({ source_id: sourceId })),
        );
      },
    );
    return [...own, ...others];
  }

  private async loadBelow(ids: number[], state: StoredState): Promise<void> {
    const versions: VersionTableRow[] = await this.db('model_versions')
      .whereIn('model_id', ids)
      .select(
        ...['id', 'model_id', 'version', 'content_marks', 'detail_hash'],
        'tombstoned_at',
      );
    for (const row of versions)
      state.versions.push({
        id: row.id,
        modelId: row.model_id,
        version: row.version,
        marks: row.content_marks,
        detailHash: row.detail_hash,
        tombstoned: row.tombstoned_at !== null,
      });
    const conflicts: ConflictRow[] = await this.db('version_conflicts')
      .join(
        'model_versions',
        'model_versions.id',
        'version_conflicts.version_id',
      )
      .whereIn('model_versions.model_id', ids)
      .whereNull('ended_at')
      .select('version_conflicts.*');
    for (const row of conflicts)
      state.conflicts.push({
        id: row.id,
        versionId: row.version_id,
        marks: row.marks,
      });
    const aliases: AliasRow[] = await this.db<AliasRow>('model_aliases')
      .whereIn('model_id', ids)
      .whereNull('until');
    for (const row of aliases)
      state.aliases.push({
        id: row.id,
        modelId: row.model_id,
        alias: row.alias,
        version: row.version,
      });
  }
}
