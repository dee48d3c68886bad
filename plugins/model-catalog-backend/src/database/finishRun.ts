import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { Holdings } from '../domain/removalGuard';
import { SyncRunRow } from './rows';

/** How a run ended. */
export interface FinishedRun {
  id: string;
  sourceId: string;
  state: 'succeeded' | 'failed';
  finishedAt: string;
  written: number;
  error?: string;
  /** JSON list. */
  problems: string;
  /** Removals that wait for a person. */
  held?: Holdings;
}

/**
 * Closes a running run, and leaves the source's health as the run found it.
 *
 * @throws ConflictError when the run isn't running any more
 */
export async function finishRun(tx: Knex, run: FinishedRun): Promise<void> {
  const row: SyncRunRow | undefined = await tx<SyncRunRow>('sync_runs')
    .where({ id: run.id })
    .first();
  const closed = await tx<SyncRunRow>('sync_runs')
    .where({ id: run.id, state: 'running' })
    .update({
      state: run.state,
      finished_at: run.finishedAt,
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
      last_error_at: run.error === undefined ? null : run.finishedAt,
      problems: run.problems,
      last_run_started_at: row.started_at,
      last_run_duration_ms:
        Date.parse(run.finishedAt) - Date.parse(row.started_at),
      last_run_written: run.written,
      ...(run.state === 'succeeded' && {
        last_success_at: run.finishedAt,
        held_removals: run.held ? JSON.stringify(run.held) : null,
      }),
    });
}
