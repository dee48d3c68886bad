import { StoredState } from '../domain/records';
import { SyncPlan } from '../domain/syncPlan';

/** The run that a plan belongs to, and what it could not read. */
export interface RunResult {
  id: string;
  sourceId: string;
  /** JSON list. */
  problems: string;
  /** The problems in one sentence; absent when everything could be read. */
  error?: string;
}

/** What a sync reads and writes. */
export interface SyncStore {
  /**
   * What is stored of the source, and of the models of these refs wherever they
   * come from.
   */
  loadState(sourceId: string, refs: string[]): Promise<StoredState>;

  /**
   * Writes a plan in one transaction, and closes the run in it. The same plan
   * written twice changes nothing the second time.
   *
   * @returns how many rows were written
   * @throws ConflictError when the run has lost its lease; nothing is written then
   */
  apply(plan: SyncPlan, run: RunResult): Promise<number>;
}
