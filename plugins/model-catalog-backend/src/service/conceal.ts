import { ModelSource, SyncRun } from '@modelyard/plugin-model-catalog-common';

const concealed =
  'Something went wrong, or was left unread; who may read every model sees what';

/**
 * A source without what its runs say: problems, errors and figures name or count
 * models that the reader may not know of.
 */
export function concealSource(source: ModelSource): ModelSource {
  const { id, type, state, lastSuccessAt, lastError, counts } = source;
  const { nextRunAt, isRunning, takesEvents } = source;
  return {
    id,
    type,
    state,
    lastSuccessAt,
    counts,
    ...(lastError && { lastError: { at: lastError.at, message: concealed } }),
    nextRunAt,
    isRunning,
    takesEvents,
  };
}

/** A run, likewise. */
export function concealRun(run: SyncRun): SyncRun {
  const { runId, state, startedAt, durationMs, error } = run;
  return {
    runId,
    state,
    startedAt,
    durationMs,
    ...(error !== undefined && { error: concealed }),
  };
}
