import { KnownModel } from '@modelyard/plugin-model-catalog-node';
import { Holdings } from '../domain/removalGuard';
import { ModelRecord, StoredState } from '../domain/records';
import { PagePlan } from '../domain/syncPlan';
import { ClaimedRun } from './RunStore';

/** How a run ended that read its source to the end. */
export interface RunResult {
  /** JSON list. */
  problems: string;
  /** The problems in one sentence; absent when everything could be read. */
  error?: string;
  /** Rows that its pages have written. */
  written: number;
  /** Removals that wait for a person. */
  held?: Holdings;
}

/** What a source doesn't list any more. */
export interface Sweep {
  models: { id: number; ref: string }[];
  /** Of models that are still there. */
  versions: { id: number; ref: string }[];
  removed: Holdings;
  /** What the source holds in the store, the removed included. */
  living: Holdings;
}

/** What a sync reads and writes. */
export interface SyncStore {
  /** The living models of a source that have a mark, with their ids. */
  listMarked(sourceId: string): Promise<(KnownModel & { id: number })[]>;

  /**
   * What is stored of these models of a source, and of whatever holds a ref that
   * one of them may get.
   */
  loadState(sourceId: string, models: ModelRecord[]): Promise<StoredState>;

  /**
   * Writes a plan in one transaction. The same plan written twice changes nothing
   * the second time.
   *
   * @param cursor - where the run can be gone on with once the plan is written
   * @returns how many rows were written, and the ids of the models in it
   * @throws ConflictError when the run has lost its lease; nothing is written then
   */
  apply(
    plan: PagePlan,
    run: ClaimedRun,
    cursor?: string,
  ): Promise<{ written: number; modelIds: number[] }>;

  /** Finds what was not seen in a whole pass over a source. */
  findVanished(
    sourceId: string,
    seen: { models: ReadonlySet<number>; missingVersions: number[] },
  ): Promise<Sweep>;

  /**
   * Closes a run, and turns what vanished into tombstones, in one transaction.
   *
   * @returns how many rows were written by the sweep
   * @throws ConflictError as in `apply`
   */
  finish(
    run: ClaimedRun,
    result: RunResult,
    sweep: Sweep | undefined,
  ): Promise<number>;
}
