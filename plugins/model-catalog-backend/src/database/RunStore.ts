import { SyncRun } from '@modelyard/plugin-model-catalog-common';
import { SourceHealthRow } from './rows';

/** What a run is claimed with. */
export interface ClaimRun {
  sourceId: string;
  type: string;
  /** Of the source's configuration; a run goes on only under the same one. */
  fingerprint: string;
  /** Entity ref or service that asked for it; absent for the schedule. */
  requestedBy?: string;
  acceptsRemovals?: boolean;
}

/** A run that is the caller's to carry out. */
export interface ClaimedRun {
  id: string;
  sourceId: string;
  fingerprint: string;
  /** By the clock of the process. */
  startedAt: Date;
  /** Where the run before was cut off; absent to begin at the start. */
  cursor?: string;
  acceptsRemovals: boolean;
}

/** How a run was cut off. */
export interface FailedRunResult {
  error: string;
  /** JSON list. */
  problems: string;
  /** Rows that were written before. */
  written: number;
  /** Where the next run can go on. */
  cursor?: string;
}

/** A run whose process is gone. */
export interface LostRun {
  runId: string;
  /** In words for operators, with the remedy. */
  message: string;
}

/** The run of a source that began last. */
export interface LatestRun {
  runId: string;
  isRunning: boolean;
}

/** What the kept runs of a source tell. */
export interface SourceRuns {
  isRunning: boolean;
  /** ISO 8601; when the schedule began the last one. */
  lastScheduledAt?: string;
}

/** Runs, their leases and the health of sources. */
export interface RunStore {
  /**
   * Starts a run unless one is running, over all replicas. A run whose process
   * was lost counts as failed once its lease is over.
   *
   * @returns the run, `mine` when it is the caller's to carry out, and `lost`, in
   *   words for operators, when another run turned out to be
   */
  claim(
    options: ClaimRun,
  ): Promise<{ runId: string; mine?: ClaimedRun; lost?: LostRun }>;

  /** Keeps a run's lease, and where it can go on; false when it was lost. */
  renew(run: ClaimedRun, cursor?: string): Promise<boolean>;

  /** Closes a run that did not come to its end. */
  fail(run: ClaimedRun, failure: FailedRunResult): Promise<void>;

  findRun(sourceId: string, runId: string): Promise<SyncRun | undefined>;

  /** The running run of a source, else the one that began last. */
  findLatestRun(sourceId: string): Promise<LatestRun | undefined>;

  /** Health of every source that ever ran, by id. */
  getHealth(): Promise<Map<string, SourceHealthRow>>;

  /** What the runs of each source tell, by its id. */
  getRuns(): Promise<Map<string, SourceRuns>>;
}
