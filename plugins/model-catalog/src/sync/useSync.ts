import { useApi } from '@backstage/frontend-plugin-api';
import { SyncRun } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pollGently } from './pollGently';

/** How far a sync is that was started on this page. */
export type SyncProgress =
  | { phase: 'idle' }
  | { phase: 'running'; run?: SyncRun }
  | { phase: 'ended'; run: SyncRun }
  /** It did not start. */
  | { phase: 'refused'; reason: string }
  /** It started, and nobody knows what became of it. */
  | { phase: 'lost'; reason: string };

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * Starts syncs of one source and follows them to their end.
 *
 * @param onEnd - called when a run has ended, or can't be followed any more
 */
export function useSync(sourceId: string, onEnd: () => void) {
  const api = useApi(modelCatalogApiRef);
  const [progress, setProgress] = useState<SyncProgress>({ phase: 'idle' });
  const left = useRef<AbortController>();
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, []);

  const follow = useCallback(
    async (runId: string, signal: AbortSignal): Promise<SyncProgress> => {
      try {
        const run = await pollGently({
          read: () => api.getSyncRun(sourceId, runId, { signal }),
          isFinal: one => {
            const isFinal = one.state !== 'running';
            if (!isFinal) setProgress({ phase: 'running', run: one });
            return isFinal;
          },
          signal,
        });
        return { phase: 'ended', run };
      } catch (cause) {
        return { phase: 'lost', reason: reasonOf(cause) };
      }
    },
    [api, sourceId],
  );

  const start = useCallback(
    async (request?: { acceptRemovals?: boolean }) => {
      const signal = left.current?.signal;
      if (!signal) return;
      setProgress({ phase: 'running' });
      try {
        const { runId } = await api.syncSource(sourceId, request);
        const end = await follow(runId, signal);
        if (signal.aborted) return;
        setProgress(end);
        onEnd();
      } catch (cause) {
        if (!signal.aborted)
          setProgress({ phase: 'refused', reason: reasonOf(cause) });
      }
    },
    [api, follow, onEnd, sourceId],
  );
  return { progress, start };
}
