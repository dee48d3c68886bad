import { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { explainDatabaseError } from '../database/explainDatabaseError';
import { ClaimedRun, RunStore } from '../database/RunStore';
import { SyncStore } from '../database/SyncStore';
import { describeHeld, needsConsent } from '../domain/removalGuard';
import { timeoutMs } from '../domain/scheduleTimes';
import { describeFailure } from './describeFailure';
import { oneAhead } from './oneAhead';
import { OwnerDirectory } from './OwnerDirectory';
import { readPages } from './readPages';
import { SourceIntaker } from './SourceIntaker';
import { SyncAnnouncer } from './SyncAnnouncer';
import { SyncReporter } from './SyncReporter';

const defaultHeartbeatMs = 15_000;
const notStored =
  'That could not be stored either; the source shows it with its next run';

/** Options of {@link SyncEngine.create}. */
export interface SyncEngineOptions {
  sync: SyncStore;
  runs: RunStore;
  owners: OwnerDirectory;
  announcer: SyncAnnouncer;
  logger: LoggerService;
  reporter: SyncReporter;
  /** Ids of every configured source. */
  sourceIds: ReadonlySet<string>;
  /** How often a run shows that it is alive. Default 15 s. */
  heartbeatMs?: number;
}

/** How a run was asked for. */
export interface RunRequest {
  /** Entity ref or service; absent for the schedule. */
  requestedBy?: string;
  /** Somebody has looked at the removals that an earlier run held back. */
  acceptsRemovals?: boolean;
}

/**
 * Runs syncs: reads a source page by page, compares each with the store, writes
 * what differs in one transaction a page, and in the end turns what vanished into
 * tombstones. One run per source over all replicas. A run that is cut off leaves
 * what it has written, and the next one goes on there.
 */
export class SyncEngine {
  private readonly shutdown = new AbortController();
  private readonly inFlight = new Set<Promise<void>>();

  private constructor(private readonly options: SyncEngineOptions) {}

  static create(options: SyncEngineOptions): SyncEngine {
    return new SyncEngine(options);
  }

  /** Starts a run and returns at once; while one is running, gives that one. */
  async start(
    source: ConfiguredSource,
    request: RunRequest = {},
  ): Promise<{ runId: string; isNew: boolean }> {
    return this.begin(source, request);
  }

  /** Runs a sync to its end, unless another one is running. Never throws. */
  async runToEnd(
    source: ConfiguredSource,
    request: RunRequest & { signal?: AbortSignal } = {},
  ): Promise<void> {
    try {
      const { finished } = await this.begin(source, request);
      await finished;
    } catch (error) {
      this.options.logger.error(
        `Sync of source "${source.id}" could not start: ${stringifyError(explainDatabaseError(error))}`,
      );
    }
  }

  /** Ends what is running; waits until it has ended. */
  async stop(): Promise<void> {
    this.shutdown.abort(new Error('The backend is shutting down'));
    await Promise.allSettled([...this.inFlight]);
  }

  private async begin(
    source: ConfiguredSource,
    options: RunRequest & { signal?: AbortSignal },
  ): Promise<{ runId: string; isNew: boolean; finished: Promise<void> }> {
    const { signal, ...request } = options;
    const { runId, mine, lost } = await this.options.runs.claim({
      ...request,
      sourceId: source.id,
      type: source.type,
      fingerprint: source.intake.fingerprint,
    });
    if (lost) this.options.reporter.lost(source, lost);
    if (!mine) return { runId, isNew: false, finished: Promise.resolve() };
    const finished = this.carryOut(source, mine, signal);
    this.inFlight.add(finished);
    return {
      runId,
      isNew: true,
      finished: finished.finally(() => this.inFlight.delete(finished)),
    };
  }

  private async carryOut(
    source: ConfiguredSource,
    run: ClaimedRun,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const lost = new AbortController();
    const intaker = SourceIntaker.create({
      source,
      run,
      owners: this.options.owners,
      store: this.options.sync,
      sourceIds: this.options.sourceIds,
      signal: AbortSignal.any([
        this.shutdown.signal,
        lost.signal,
        AbortSignal.timeout(timeoutMs(source.schedule)),
        ...(signal ? [signal] : []),
      ]),
    });
    const heartbeat = this.beat(run, intaker, lost);
    try {
      await this.takeAllIn(source, intaker, run);
      await this.close(source, intaker, run);
    } catch (error) {
      await this.giveUp(source, intaker, { run, error });
    } finally {
      clearInterval(heartbeat);
      // What is still being read ahead is for nobody.
      lost.abort(new Error('The run has ended'));
    }
  }

  private beat(
    run: ClaimedRun,
    intaker: SourceIntaker,
    lost: AbortController,
  ): NodeJS.Timeout {
    const timer = setInterval(async () => {
      const isAlive = await this.options.runs
        .renew(run, intaker.cursor)
        .catch(error => {
          // When that goes on, the run's own next write says what is wrong.
          this.options.logger.debug(
            `Could not renew the lease of run ${run.id}: ${stringifyError(error)}`,
          );
          return true;
        });
      if (!isAlive) lost.abort(new ConflictError('The run has lost its lease'));
    }, this.options.heartbeatMs ?? defaultHeartbeatMs);
    timer.unref();
    return timer;
  }

  private async takeAllIn(
    source: ConfiguredSource,
    intaker: SourceIntaker,
    run: ClaimedRun,
  ): Promise<void> {
    const prefix = `${source.intake.fingerprint}:`;
    const marked = (await this.options.sync.listMarked(source.id)).filter(
      model => model.mark.startsWith(prefix),
    );
    const ids = new Map(marked.map(model => [model.nativeId, model.id]));
    const pages = readPages(source.connector, {
      signal: intaker.signal,
      cursor: run.cursor,
      known: marked.map(({ nativeId, location, mark }) => ({
        nativeId,
        location,
        mark: mark.slice(prefix.length),
      })),
    });
    const prepared = oneAhead(pages, page => intaker.prepare(page));
    for await (const page of prepared) {
      const { plan } = await intaker.takeIn(page, ids);
      await this.options.announcer.tellConflicts(source, plan.newConflicts);
      await this.options.announcer.tellChanges(source, [...plan.changedRefs]);
    }
  }

  private async close(
    source: ConfiguredSource,
    intaker: SourceIntaker,
    run: ClaimedRun,
  ): Promise<void> {
    const { sync } = this.options;
    const { problems } = intaker;
    // A run that went on where another was cut off has seen a part only.
    const isWhole = intaker.isComplete && run.cursor === undefined;
    const found = isWhole
      ? await sync.findVanished(source.id, {
          models: intaker.seenModels,
          missingVersions: intaker.missingVersions,
        })
      : undefined;
    const isHeld =
      found !== undefined &&
      !run.acceptsRemovals &&
      needsConsent(found.removed, found.living, source.removalLimit);
    const error = isHeld
      ? describeHeld(found.removed, found.living)
      : problems.summary;
    const swept = await sync.finish(
      run,
      {
        problems: JSON.stringify(problems.kept),
        error,
        written: intaker.written,
        held: isHeld ? found.removed : undefined,
      },
      isHeld ? undefined : found,
    );
    this.options.reporter.succeeded(source, {
      ...intaker.figures,
      written: intaker.written + swept,
      error,
    });
    if (found && !isHeld)
      await this.options.announcer.tellChanges(source, [
        ...new Set([...found.models, ...found.versions].map(v => v.ref)),
      ]);
  }

  private async giveUp(
    source: ConfiguredSource,
    intaker: SourceIntaker,
    failure: { run: ClaimedRun; error: unknown },
  ): Promise<void> {
    const { runs, reporter } = this.options;
    const { run, error } = failure;
    const message = describeFailure(error, source);
    const isStored = await runs
      .fail(run, {
        error: message,
        problems: JSON.stringify(intaker.problems.kept),
        written: intaker.written,
        cursor: intaker.cursor,
      })
      .then(
        () => true,
        () => false,
      );
    reporter.failed(source, {
      ...intaker.figures,
      message: isStored ? message : `${message}. ${notStored}`,
    });
  }
}
