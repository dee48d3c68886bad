import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import {
  ModelsChangedEvent,
  modelsChangedTopic,
} from '@modelyard/plugin-model-catalog-common';
import { SourceProblem } from '@modelyard/plugin-model-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { RunStore } from '../database/RunStore';
import { SyncStore } from '../database/SyncStore';
import { planSync } from '../domain/planSync';
import { timeoutMs } from '../domain/scheduleTimes';
import { SyncPlan } from '../domain/syncPlan';
import { readSource, SourceContents } from './readSource';
import { describeProblems } from './describeProblems';

const defaultHeartbeatMs = 15_000;
const maxStoredProblems = 200;

/** Options of {@link SyncEngine.create}. */
export interface SyncEngineOptions {
  sync: SyncStore;
  runs: RunStore;
  events: EventsService;
  auditor: AuditorService;
  logger: LoggerService;
  /** Ids of every configured source. */
  sourceIds: ReadonlySet<string>;
  /** How often a run shows that it is alive. Default 15 s. */
  heartbeatMs?: number;
}

/**
 * Runs syncs: reads a source whole, compares it with the store, writes what
 * differs in one transaction. One run per source over all replicas; a run that
 * fails writes nothing.
 */
export class SyncEngine {
  private readonly shutdown = new AbortController();
  private readonly inFlight = new Set<Promise<void>>();

  private constructor(private readonly options: SyncEngineOptions) {}

  static create(options: SyncEngineOptions): SyncEngine {
    return new SyncEngine(options);
  }

  /**
   * Starts a run and returns at once; while one is running, gives that one.
   */
  async start(
    source: ConfiguredSource,
    options: { requestedBy?: string } = {},
  ): Promise<{ runId: string }> {
    const { runId } = await this.begin(source, options);
    return { runId };
  }

  /** Runs a sync to its end, unless another one is running. Never throws. */
  async runToEnd(
    source: ConfiguredSource,
    signal?: AbortSignal,
  ): Promise<void> {
    try {
      await (
        await this.begin(source, { signal })
      ).finished;
    } catch (error) {
      this.options.logger.error(
        `Sync of source "${source.id}" could not start: ${stringifyError(error)}`,
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
    options: { requestedBy?: string; signal?: AbortSignal },
  ): Promise<{ runId: string; finished: Promise<void> }> {
    const { runId, isMine } = await this.options.runs.claim({
      sourceId: source.id,
      type: source.type,
      requestedBy: options.requestedBy,
    });
    if (!isMine) return { runId, finished: Promise.resolve() };
    const finished = this.carryOut(source, runId, options.signal);
    this.inFlight.add(finished);
    return {
      runId,
      finished: finished.finally(() => this.inFlight.delete(finished)),
    };
  }

  private async carryOut(
    source: ConfiguredSource,
    runId: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const lost = new AbortController();
    const heartbeat = this.beat(runId, lost);
    let contents: SourceContents | undefined;
    try {
      contents = await readSource(source, {
        signal: AbortSignal.any([
          this.shutdown.signal,
          lost.signal,
          AbortSignal.timeout(timeoutMs(source.schedule)),
          ...(signal ? [signal] : []),
        ]),
      });
      await this.write(source, runId, contents);
    } catch (error) {
      await this.giveUp(source, runId, { error, problems: contents?.problems });
    } finally {
      clearInterval(heartbeat);
    }
  }

  private beat(runId: string, lost: AbortController): NodeJS.Timeout {
    const timer = setInterval(async () => {
      const isAlive = await this.options.runs.renew(runId).catch(error => {
        this.options.logger.warn(
          `Could not renew the lease of run ${runId}: ${stringifyError(error)}`,
        );
        return true;
      });
      if (!isAlive) lost.abort(new ConflictError('The run has lost its lease'));
    }, this.options.heartbeatMs ?? defaultHeartbeatMs);
    timer.unref();
    return timer;
  }

  private async write(
    source: ConfiguredSource,
    runId: string,
    contents: SourceContents,
  ): Promise<void> {
    const { sync, logger, sourceIds } = this.options;
    const stored = await sync.loadState(
      source.id,
      contents.models.map(model => model.ref),
    );
    const plan = planSync({
      sourceId: source.id,
      read: contents,
      stored,
      configuredSources: sourceIds,
    });
    const problems: SourceProblem[] = [...contents.problems, ...plan.problems];
    const written = await sync.apply(plan, {
      id: runId,
      sourceId: source.id,
      problems: JSON.stringify(problems.slice(0, maxStoredProblems)),
      error: describeProblems(problems),
    });
    logger.info(
      `Synced source "${source.id}": ${contents.models.length} models, ${written} rows written, ${problems.length} problems`,
    );
    await this.auditConflicts(source, plan);
    await this.announce(source, plan);
  }

  private async auditConflicts(
    source: ConfiguredSource,
    plan: SyncPlan,
  ): Promise<void> {
    for (const conflict of plan.newConflicts) {
      const event = await this.options.auditor.createEvent({
        eventId: 'version-conflict',
        severityLevel: 'high',
        meta: { sourceId: source.id, ...conflict },
      });
      await event.success();
    }
  }

  private async announce(
    source: ConfiguredSource,
    plan: SyncPlan,
  ): Promise<void> {
    if (plan.changedRefs.size === 0) return;
    const eventPayload: ModelsChangedEvent = {
      sourceId: source.id,
      refs: [...plan.changedRefs],
    };
    await this.options.events
      .publish({ topic: modelsChangedTopic, eventPayload })
      .catch(error =>
        this.options.logger.warn(
          `Could not announce the changes of source "${source.id}": ${stringifyError(error)}`,
        ),
      );
  }

  private async giveUp(
    source: ConfiguredSource,
    runId: string,
    failure: { error: unknown; problems?: SourceProblem[] },
  ): Promise<void> {
    const { runs, logger } = this.options;
    const message =
      failure.error instanceof Error
        ? failure.error.message
        : String(failure.error);
    logger.warn(`Sync of source "${source.id}" failed: ${message}`);
    await runs
      .fail(
        { id: runId, sourceId: source.id },
        {
          error: message,
          problems: JSON.stringify(
            (failure.problems ?? []).slice(0, maxStoredProblems),
          ),
        },
      )
      .catch(error =>
        logger.warn(
          `Could not close run ${runId} of source "${source.id}": ${stringifyError(error)}`,
        ),
      );
  }
}
