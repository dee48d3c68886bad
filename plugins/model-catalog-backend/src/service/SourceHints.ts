import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { setTimeout as wait } from 'node:timers/promises';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { RunStore } from '../database/RunStore';
import { SyncEngine } from './SyncEngine';

const defaultPauseMs = 1000;

/** Options of {@link SourceHints.create}. */
export interface SourceHintsOptions {
  engine: Pick<SyncEngine, 'start'>;
  runs: Pick<RunStore, 'findLatestRun'>;
  logger: LoggerService;
  /** Between two looks at what is running. Default: 1 s. */
  pauseMs?: number;
}

/** What waits for a run of one source that begins after the last hint. */
interface Waiting {
  hints: number;
  /** A run that may have begun before the last hint, and has to end first. */
  outlasts?: string;
}

/**
 * Sees to it that a source is read after it was said to have changed: once, however
 * often it is said.
 *
 * A run that is going on may have passed what has changed, so one more follows it.
 * Any run that begins after the hint will do, whichever replica carries it out: of
 * several that were told, the first one starts it and the others find it. Runs are
 * told apart by their ids, never by clocks. Hints are kept in memory; what a replica
 * that stops was told is left to the schedule.
 */
export class SourceHints {
  private readonly waiting = new Map<string, Waiting>();
  private readonly shutdown = new AbortController();

  private constructor(private readonly options: SourceHintsOptions) {}

  static create(options: SourceHintsOptions): SourceHints {
    return new SourceHints(options);
  }

  /** Has the source read soon; returns at once. */
  hint(source: ConfiguredSource): void {
    const known = this.waiting.get(source.id);
    if (known) {
      known.hints += 1;
      known.outlasts = undefined;
      return;
    }
    const waiting: Waiting = { hints: 1 };
    this.waiting.set(source.id, waiting);
    this.follow(source, waiting).catch(error => {
      this.waiting.delete(source.id);
      if (this.shutdown.signal.aborted) return;
      this.options.logger.warn(
        `A webhook of source "${source.id}" is left to the schedule: ${stringifyError(error)}`,
      );
    });
  }

  /** Forgets what waits. */
  stop(): void {
    this.shutdown.abort(new Error('The backend is shutting down'));
  }

  private async follow(
    source: ConfiguredSource,
    waiting: Waiting,
  ): Promise<void> {
    const { signal } = this.shutdown;
    for (;;) {
      // Registries tell of one change by several hints, which this gathers.
      await wait(this.options.pauseMs ?? defaultPauseMs, undefined, {
        signal,
        ref: false,
      });
      const { hints, outlasts } = waiting;
      const run = await this.findOrStart(source, outlasts);
      const isLater =
        run.isNew || (outlasts !== undefined && run.runId !== outlasts);
      if (isLater && waiting.hints === hints) {
        this.waiting.delete(source.id);
        return;
      }
      // Also when a hint came in between: this run may be too early for it.
      waiting.outlasts = run.runId;
    }
  }

  private async findOrStart(
    source: ConfiguredSource,
    outlasts: string | undefined,
  ): Promise<{ runId: string; isNew: boolean }> {
    const latest = await this.options.runs.findLatestRun(source.id);
    const isOther = outlasts !== undefined && latest?.runId !== outlasts;
    if (latest && (latest.isRunning || isOther))
      return { runId: latest.runId, isNew: false };
    return this.options.engine.start(source, { requestedBy: 'webhook' });
  }
}
