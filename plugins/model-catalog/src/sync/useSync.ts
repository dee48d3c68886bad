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

async function follow(options: {
  read: () => Promise<SyncRun>;
  onRead: (run: SyncRun) => void;
  signal: AbortSignal;
}): Promise<SyncProgress> {
  const { read, onRead, signal } = options;
  try {
    const run = await pollGently({
      read,
      isFinal: one => {
        if (one.state === 'running') onRead(one);
        return one.state !== 'running';
      },
      signal,
    });
    return { phase: 'ended', run };
  } catch (cause) {
    return { phase: 'lost', reason: reasonOf(cause) };
  }
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

  const start = useCallback(
    async (request?: { acceptRemovals?: boolean }) => {
      const signal = left.current?.signal;
      if (!signal) return;
      setProgress({ phase: 'running' });
      try {
        const { runId } = await api.syncSource(sourceId, request);
        const end = await follow({
          read: () => api.getSyncRun(sourceId, runId, { signal }),
          onRead: run => setProgress({ phase: 'running', run }),
          signal,
        });
        if (signal.aborted) return;
        setProgress(end);
        onEnd();
      } catch (cause) {
        if (!signal.aborted)
          setProgress({ phase: 'refused', reason: reasonOf(cause) });
      }
    },
    [api, onEnd, sourceId],
  );
  return { progress, start };
}
