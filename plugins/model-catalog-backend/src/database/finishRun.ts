import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { Holdings } from '../domain/removalGuard';
import { databaseTime } from './databaseTime';
import { SyncRunRow } from './rows';

/** How a run ended. */
export interface FinishedRun {
  id: string;
  sourceId: string;
  state: 'succeeded' | 'failed';
  written: number;
  /** What went wrong, or was left unread; absent when all of the source was read. */
  error?: string;
  /** JSON list. */
  problems: string;
  /** Removals that wait for a person. */
  held?: Holdings;
}

/**
 * Closes a running run, and leaves the source's health as the run found it. Only a
 * run that left nothing unread is the last one with success.
 *
 * @throws ConflictError when the run isn't running any more
 */
export async function finishRun(tx: Knex, run: FinishedRun): Promise<void> {
  const finishedAt = (await databaseTime(tx)).toISOString();
  const row: SyncRunRow | undefined = await tx<SyncRunRow>('sync_runs')
    .where({ id: run.id })
    .first();
  const closed = await tx<SyncRunRow>('sync_runs')
    .where({ id: run.id, state: 'running' })
    .update({
      state: run.state,
      finished_at: finishedAt,
      written: run.written,
      error: run.error ?? null,
      problems: run.problems,
    });
  if (!row || closed !== 1)
    throw new ConflictError(
      `Run ${run.id} of source "${run.sourceId}" has lost its lease to another one; its result is dropped`,
    );
  await tx('sources')
    .where({ id: run.sourceId })
    .update({
      last_state: run.state,
      last_error: run.error ?? null,
      last_error_at: run.error === undefined ? null : finishedAt,
      problems: run.problems,
      last_run_started_at: row.started_at,
      last_run_duration_ms: Date.parse(finishedAt) - Date.parse(row.started_at),
      last_run_written: run.written,
      ...(run.state === 'succeeded' && {
        held_removals: run.held ? JSON.stringify(run.held) : null,
      }),
      ...(run.state === 'succeeded' &&
        run.error === undefined && { last_success_at: finishedAt }),
    });
}
