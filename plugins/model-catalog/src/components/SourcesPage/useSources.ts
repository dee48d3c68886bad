import { useApi } from '@backstage/frontend-plugin-api';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef, useLoad } from '@modelyard/plugin-model-react';
import { useCallback, useEffect, useState } from 'react';
import { pollGently } from '../../sync/pollGently';

function isAnyRunning(sources: ModelSource[] | undefined): boolean {
  return sources?.some(source => source.isRunning) ?? false;
}

/**
 * The sources, read again while one of them is running. What was read before
 * stays when a later read fails.
 */
export function useSources() {
  const api = useApi(modelCatalogApiRef);
  const load = useLoad(signal => api.listSources({ signal }), [api]);
  const [sources, setSources] = useState<ModelSource[]>();
  const [error, setError] = useState<Error>();
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    if (load.value) setSources(load.value.items);
    if (!load.loading) setError(load.error);
  }, [load.value, load.error, load.loading]);

  const running = isAnyRunning(sources);
  useEffect(() => {
    if (!running) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    pollGently({
      read: () => api.listSources({ signal }),
      isFinal: ({ items }) => {
        setSources(items);
        return !isAnyRunning(items);
      },
      signal,
    }).then(
      () => setRevision(count => count + 1),
      cause => {
        if (!signal.aborted) setError(cause);
      },
    );
    return () => controller.abort();
  }, [api, running]);

  const { reload: read } = load;
  const reload = useCallback(() => {
    setRevision(count => count + 1);
    read();
  }, [read]);
  return {
    sources,
    error,
    reload,
    /** Grows whenever a run has ended and models may differ. */
    revision,
  };
}
