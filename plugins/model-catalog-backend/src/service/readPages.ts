import {
  ListModelsOptions,
  ModelConnector,
  SourcePage,
} from '@modelyard/plugin-model-catalog-node';

/** Also ends the wait for a connector that doesn't heed its signal. */
export function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

/**
 * The pages of a source, until its end, its first error or the signal.
 *
 * @throws what the connector throws; the signal's reason; an error when the source
 *   comes back to a place where it has been
 */
export async function* readPages(
  connector: ModelConnector,
  options: ListModelsOptions,
): AsyncGenerator<SourcePage> {
  const { signal } = options;
  const cursors = new Set<string>();
  const pages = connector.listModels(options)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value: page } = await orAbort(pages.next(), signal);
      if (done) return;
      yield page;
      if (page.cursor === undefined) continue;
      if (cursors.has(page.cursor))
        throw new Error(
          `The source gives the page "${page.cursor}" again and would never end; look for a proxy that keeps answers, or tell whoever runs the source`,
        );
      cursors.add(page.cursor);
    }
  } finally {
    // Not waited for: a connector that hangs would hang the run with it.
    pages.return?.().catch(() => undefined);
  }
}
