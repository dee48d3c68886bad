import { ModelRecord } from '../domain/records';
import { PagePlan } from '../domain/syncPlan';
import { explainDatabaseError } from './explainDatabaseError';
import { ClaimedRun } from './RunStore';
import { RunResult, Sweep, SyncStore } from './SyncStore';

async function explained<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw explainDatabaseError(error);
  }
}

/** A {@link SyncStore} whose errors are in words for operators. */
export class ExplainingSyncStore implements SyncStore {
  private constructor(private readonly store: SyncStore) {}

  static create(options: { store: SyncStore }): ExplainingSyncStore {
    return new ExplainingSyncStore(options.store);
  }

  listMarked(sourceId: string) {
    return explained(this.store.listMarked(sourceId));
  }

  loadState(sourceId: string, models: ModelRecord[]) {
    return explained(this.store.loadState(sourceId, models));
  }

  apply(plan: PagePlan, run: ClaimedRun, cursor?: string) {
    return explained(this.store.apply(plan, run, cursor));
  }

  findVanished(
    sourceId: string,
    seen: { models: ReadonlySet<number>; missingVersions: number[] },
  ) {
    return explained(this.store.findVanished(sourceId, seen));
  }

  finish(run: ClaimedRun, result: RunResult, sweep: Sweep | undefined) {
    return explained(this.store.finish(run, result, sweep));
  }
}
