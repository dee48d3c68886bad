import { ModelSource, SyncRun } from '@modelyard/plugin-model-catalog-common';
import { SourceHealthRow } from './rows';

/** What a run is claimed with. */
export interface ClaimRun {
  sourceId: string;
  type: string;
  /** Entity ref or service that asked for it; absent for the schedule. */
  requestedBy?: string;
}

/** Rows of a source, counted. */
export type SourceCounts = ModelSource['counts'];

/** Runs, their leases and the health of sources. */
export interface RunStore {
  /**
   * Starts a run unless one is running, over all replicas. A run whose process
   * was lost counts as failed once its lease is over.
   *
   * @returns the run, and whether it is the caller's to carry out
   */
  claim(options: ClaimRun): Promise<{ runId: string; isMine: boolean }>;

  /** Keeps a run's lease; false when it was lost. */
  renew(runId: string): Promise<boolean>;

  /** Closes a run that has not written anything. */
  fail(
    run: { id: string; sourceId: string },
    failure: { error: string; problems: string },
  ): Promise<void>;

  findRun(sourceId: string, runId: string): Promise<SyncRun | undefined>;

  /** Health of every source that ever ran, by id. */
  getHealth(): Promise<Map<string, SourceHealthRow>>;

  /** Models and versions by source; tombstones are counted apart. */
  getCounts(): Promise<Map<string, SourceCounts>>;
}
