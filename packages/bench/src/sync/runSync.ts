import { setTimeout as sleep } from 'node:timers/promises';
import { SyncRun } from '@modelyard/plugin-model-catalog-common';
import { BenchBackend } from './startBenchBackend';

/** Asking counts in the process that is measured, so it is done seldom. */
const pollMs = 20;
const giveUpAfterMs = 15 * 60_000;

/** Waits until the answer is there, and throws when it never is. */
export async function until<T>(
  ask: () => Promise<T | undefined>,
  { what, everyMs }: { what: string; everyMs: number },
): Promise<T> {
  const started = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() - started > giveUpAfterMs)
      throw new Error(`${what} did not end within fifteen minutes`);
    await sleep(everyMs);
  }
}

/** What a sync took. */
export interface SyncedIn {
  /** As whoever asks for it sees it. */
  ms: number;
  /** As the run itself tells, without the steps in which it is asked for its end. */
  runMs: number;
  written: number;
}

/** Syncs a source over REST, from the request until its run has ended. */
export async function runSync(
  { models, token }: Pick<BenchBackend, 'models' | 'token'>,
  id = 'bench',
): Promise<SyncedIn> {
  const started = performance.now();
  const { runId } = await models.syncSource(id, {}, { token });
  const run = await until(
    async (): Promise<SyncRun | undefined> => {
      const now = await models.getSyncRun(id, runId, { token });
      return now.state === 'running' ? undefined : now;
    },
    { what: 'The sync', everyMs: pollMs },
  );
  if (run.state === 'failed')
    throw new Error(`The sync failed: ${run.error ?? 'no reason'}`);
  const ms = performance.now() - started;
  return { ms, runMs: run.durationMs ?? ms, written: run.written ?? 0 };
}
