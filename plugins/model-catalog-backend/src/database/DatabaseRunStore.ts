import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { SyncRun } from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { toCheckpoint } from './checkpoint';
import { databaseTime } from './databaseTime';
import { finishRun } from './finishRun';
import { columnSchemas, readColumn, SourceHealthRow, SyncRunRow } from './rows';
import {
  ClaimedRun,
  ClaimRun,
  FailedRunResult,
  LatestRun,
  LostRun,
  RunStore,
  SourceRuns,
} from './RunStore';

const defaultLeaseMs = 60_000;
const keptRuns = 50;
const lostProcess =
  'The process that ran this sync was killed or lost its database; the next run goes on where it ended. If that happens again, look for restarts of the backend, and at its memory';

/** {@link RunStore} over SQLite or Postgres. */
export class DatabaseRunStore implements RunStore {
  private constructor(
    private readonly db: Knex,
    private readonly leaseMs: number,
  ) {}

  /** @param options - `leaseMs`: how long a run may be silent before it is lost */
  static create(options: { db: Knex; leaseMs?: number }): DatabaseRunStore {
    return new DatabaseRunStore(options.db, options.leaseMs ?? defaultLeaseMs);
  }

  async claim(options: ClaimRun) {
    const { sourceId, type, requestedBy } = options;
    await this.db('sources')
      .insert({ id: sourceId, type, problems: '[]' })
      .onConflict('id')
      .merge(['type']);
    const now = await databaseTime(this.db);
    const lost = await this.expireLost(sourceId, now);
    const runId = randomUUID();
    const cursor = options.acceptsRemovals
      ? undefined
      : await this.findCursor(options);
    try {
      await this.db<SyncRunRow>('sync_runs').insert({
        id: runId,
        source_id: sourceId,
        state: 'running',
        requested_by: requestedBy ?? null,
        started_at: now.toISOString(),
        // Stays until the run gets further, or fails without having done so.
        checkpoint: toCheckpoint(options, cursor),
        lease_until: this.leaseFrom(now),
        problems: '[]',
      });
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      return { runId: await this.findRunning(sourceId), lost };
    }
    await this.prune(sourceId);
    const mine: ClaimedRun = {
      id: runId,
      sourceId,
      startedAt: new Date(),
      cursor,
      fingerprint: options.fingerprint,
      acceptsRemovals: options.acceptsRemovals ?? false,
    };
    return { runId, mine, lost };
  }

  async renew(run: ClaimedRun, cursor?: string): Promise<boolean> {
    const renewed = await this.db<SyncRunRow>('sync_runs')
      .where({ id: run.id, state: 'running' })
      .update({
        lease_until: this.leaseFrom(await databaseTime(this.db)),
        ...(cursor !== undefined && { checkpoint: toCheckpoint(run, cursor) }),
      });
    return renewed === 1;
  }

  fail(run: ClaimedRun, failure: FailedRunResult): Promise<void> {
    const { cursor, ...result } = failure;
    return this.db.transaction(async tx => {
      await tx<SyncRunRow>('sync_runs')
        .where({ id: run.id })
        .update({ checkpoint: toCheckpoint(run, cursor) });
      await finishRun(tx, {
        id: run.id,
        sourceId: run.sourceId,
        ...result,
        state: 'failed',
      });
    });
  }

  async findRun(sourceId: string, runId: string): Promise<SyncRun | undefined> {
    const row: SyncRunRow | undefined = await this.db<SyncRunRow>('sync_runs')
      .where({ id: runId, source_id: sourceId })
      .first();
    if (!row) return undefined;
    const problems = readColumn(columnSchemas.problems, row.problems);
    return {
      runId: row.id,
      state: row.state,
      startedAt: row.started_at,
      ...(row.finished_at !== null && {
        durationMs: Date.parse(row.finished_at) - Date.parse(row.started_at),
      }),
      ...(row.written !== null && { written: row.written }),
      ...(row.error !== null && { error: row.error }),
      ...(problems.length > 0 && { problems }),
    };
  }

  async findLatestRun(sourceId: string): Promise<LatestRun | undefined> {
    const row: SyncRunRow | undefined = await this.db<SyncRunRow>('sync_runs')
      .where({ source_id: sourceId })
      .orderByRaw(
        `case when state = 'running' then 0 else 1 end, started_at desc`,
      )
      .first();
    if (!row) return undefined;
    const now = (await databaseTime(this.db)).toISOString();
    return {
      runId: row.id,
      isRunning: row.state === 'running' && row.lease_until >= now,
    };
  }

  async getHealth(): Promise<Map<string, SourceHealthRow>> {
    const rows: SourceHealthRow[] = await this.db<SourceHealthRow>('sources');
    return new Map(rows.map(row => [row.id, row]));
  }

  async getRuns(): Promise<Map<string, SourceRuns>> {
    const rows: {
      source_id: string;
      running: string | number;
      scheduled: string | null;
    }[] = await this.db<SyncRunRow>('sync_runs')
      .groupBy('source_id')
      .select(
        'source_id',
        this.db.raw(
          `sum(case when state = 'running' and lease_until >= ? then 1 else 0 end) as running`,
          [(await databaseTime(this.db)).toISOString()],
        ),
        this.db.raw(
          'max(case when requested_by is null then started_at end) as scheduled',
        ),
      );
    return new Map(
      rows.map(({ source_id: id, running, scheduled }) => [
        id,
        {
          isRunning: Number(running) > 0,
          ...(scheduled !== null && { lastScheduledAt: scheduled }),
        },
      ]),
    );
  }

  private leaseFrom(now: Date): string {
    return new Date(now.getTime() + this.leaseMs).toISOString();
  }

  /** @returns what to tell when a run was lost */
  private expireLost(sourceId: string, at: Date): Promise<LostRun | undefined> {
    const now = at.toISOString();
    return this.db.transaction(async tx => {
      const [expired] = await tx<SyncRunRow>('sync_runs')
        .where({ source_id: sourceId, state: 'running' })
        .where('lease_until', '<', now)
        .update({ state: 'failed', finished_at: now, error: lostProcess }, [
          'id',
        ]);
      if (!expired) return undefined;
      await tx<SourceHealthRow>('sources').where({ id: sourceId }).update({
        last_state: 'failed',
        last_error: lostProcess,
        last_error_at: now,
      });
      return { runId: expired.id, message: lostProcess };
    });
  }

  /** Where the last run was cut off, if it was, under the same configuration. */
  private async findCursor(options: ClaimRun): Promise<string | undefined> {
    const last: SyncRunRow | undefined = await this.db<SyncRunRow>('sync_runs')
      .where({ source_id: options.sourceId })
      .orderBy('started_at', 'desc')
      .first();
    if (last?.state !== 'failed' || last.checkpoint === null) return undefined;
    const [fingerprint, cursor] = readColumn(
      columnSchemas.checkpoint,
      last.checkpoint,
    );
    return fingerprint === options.fingerprint ? cursor : undefined;
  }

  private async findRunning(sourceId: string): Promise<string> {
    const latest = await this.findLatestRun(sourceId);
    if (latest) return latest.runId;
    throw new ConflictError(
      `Another sync of source "${sourceId}" is starting; ask again in a moment`,
    );
  }

  private async prune(sourceId: string): Promise<void> {
    const old: { id: string }[] = await this.db<SyncRunRow>('sync_runs')
      .where({ source_id: sourceId })
      .orderBy('started_at', 'desc')
      .offset(keptRuns)
      .limit(keptRuns)
      .select('id');
    await this.db<SyncRunRow>('sync_runs')
      .whereIn(
        'id',
        old.map(row => row.id),
      )
      .whereNot({ state: 'running' })
      .delete();
  }
}
