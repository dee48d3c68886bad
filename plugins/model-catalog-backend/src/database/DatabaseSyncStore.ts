import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { ModelRecord, StoredState } from '../domain/records';
import { isEmptyPlan, PagePlan } from '../domain/syncPlan';
import { toCheckpoint } from './checkpoint';
import { findVanished } from './findVanished';
import { finishRun } from './finishRun';
import { inBatches } from './inBatches';
import { loadBelow, loadModels } from './loadState';
import { PlanWriter } from './PlanWriter';
import { ModelTableRow, SyncRunRow } from './rows';
import { ClaimedRun } from './RunStore';
import { RunResult, Sweep, SyncStore } from './SyncStore';
import { writeSweep } from './writeSweep';

/** Rows after which a database's idea of its tables is out of date. */
const manyRows = 1000;

/** {@link SyncStore} over SQLite or Postgres. */
export class DatabaseSyncStore implements SyncStore {
  private constructor(private readonly db: Knex) {}

  static create(options: { db: Knex }): DatabaseSyncStore {
    return new DatabaseSyncStore(options.db);
  }

  async listMarked(sourceId: string) {
    const rows: Pick<
      ModelTableRow,
      'id' | 'native_id' | 'location' | 'source_mark'
    >[] = await this.db<ModelTableRow>('models')
      .where({ source_id: sourceId })
      .whereNull('tombstoned_at')
      .whereNotNull('source_mark')
      .select('id', 'native_id', 'location', 'source_mark');
    return rows.map(row => ({
      id: row.id,
      nativeId: row.native_id,
      location: row.location,
      mark: row.source_mark ?? '',
    }));
  }

  async loadState(
    sourceId: string,
    models: ModelRecord[],
  ): Promise<StoredState> {
    const state: StoredState = {
      models: await loadModels(this.db, sourceId, models),
      versions: [],
      conflicts: [],
      aliases: [],
    };
    await inBatches(
      state.models.map(model => model.id),
      ids => loadBelow(this.db, ids, state),
    );
    return state;
  }

  async apply(plan: PagePlan, run: ClaimedRun, cursor?: string) {
    if (isEmptyPlan(plan)) return { written: 0, modelIds: [] };
    return this.db.transaction(async tx => {
      await this.holdRun(tx, run, cursor);
      const now = new Date().toISOString();
      const writer = PlanWriter.create({ tx, now, sourceId: run.sourceId });
      const taken = await writer.write(plan);
      await moveRevision(tx, run);
      return taken;
    });
  }

  findVanished(
    sourceId: string,
    seen: { models: ReadonlySet<number>; missingVersions: number[] },
  ): Promise<Sweep> {
    return findVanished(this.db, sourceId, seen);
  }

  async finish(run: ClaimedRun, result: RunResult, sweep: Sweep | undefined) {
    const swept = await this.close(run, result, sweep);
    // The run is closed either way; what Postgres plans by comes later by itself.
    if (result.written + swept >= manyRows)
      await countAnew(this.db).catch(() => undefined);
    return swept;
  }

  private close(run: ClaimedRun, result: RunResult, sweep: Sweep | undefined) {
    return this.db.transaction(async tx => {
      const now = new Date().toISOString();
      const swept = sweep ? await writeSweep(tx, sweep, now) : 0;
      if (swept > 0) await moveRevision(tx, run);
      await finishRun(tx, {
        id: run.id,
        sourceId: run.sourceId,
        ...result,
        state: 'succeeded',
        written: result.written + swept,
      });
      return swept;
    });
  }

  /** Fails unless the run still has its lease; moves its checkpoint along. */
  private async holdRun(
    tx: Knex,
    run: ClaimedRun,
    cursor: string | undefined,
  ): Promise<void> {
    const held = await tx<SyncRunRow>('sync_runs')
      .where({ id: run.id, state: 'running' })
      .update({ checkpoint: toCheckpoint(run, cursor) });
    if (held !== 1)
      throw new ConflictError(
        `Run ${run.id} of source "${run.sourceId}" has lost its lease to another one; its result is dropped`,
      );
  }
}

/**
 * Lets Postgres look at what it plans by, which on its own it does minutes later:
 * until then it would read a table from end to end that it takes for empty.
 */
async function countAnew(db: Knex): Promise<void> {
  if (db.client.config.client !== 'pg') return;
  await db.raw('analyze models, model_versions, model_aliases');
}

/** Late in its transaction, because others that count wait for it. */
function moveRevision(tx: Knex, run: ClaimedRun): Promise<number> {
  return tx('sources').where({ id: run.sourceId }).increment('revision', 1);
}
