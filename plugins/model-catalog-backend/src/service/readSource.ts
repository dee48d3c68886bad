import {
  SourcePage,
  SourceProblem,
} from '@modelyard/plugin-model-catalog-node';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { InvalidItem } from '../domain/InvalidItem';
import { normalizeModel } from '../domain/normalizeModel';
import { ModelRecord } from '../domain/records';
import { ReadResult } from '../domain/syncPlan';

/** Everything that a source holds, ready to be compared with the store. */
export interface SourceContents extends ReadResult {
  problems: SourceProblem[];
}

/** Also ends the wait for a connector that doesn't heed its signal. */
function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

function normalizePage(
  page: SourcePage,
  sourceId: string,
): { models: ModelRecord[]; problems: SourceProblem[] } {
  const models: ModelRecord[] = [];
  const problems = [...page.problems];
  for (const model of page.models) {
    try {
      models.push(normalizeModel(model, sourceId));
    } catch (error) {
      if (!(error instanceof InvalidItem)) throw error;
      const { field, message } = error;
      problems.push({
        file: model.location,
        field,
        message,
        severity: 'error',
      });
    }
  }
  return { models, problems };
}

/**
 * Reads every page of a source. Nothing is written meanwhile, so whatever fails
 * here leaves the store as it was.
 *
 * @throws what the connector throws; the signal's reason
 */
export async function readSource(
  source: ConfiguredSource,
  options: { signal: AbortSignal },
): Promise<SourceContents> {
  const { signal } = options;
  const models: ModelRecord[] = [];
  const problems: SourceProblem[] = [];
  const cursors = new Set<string>();
  let cursor: string | undefined;
  do {
    const read = source.connector.readPage({ cursor, signal });
    const page = await orAbort(read, signal);
    const normalized = normalizePage(page, source.id);
    models.push(...normalized.models);
    problems.push(...normalized.problems);
    cursor = page.nextCursor || undefined;
    if (cursor !== undefined && cursors.has(cursor))
      throw new Error(
        `The source gives the page "${cursor}" again and would never end`,
      );
    if (cursor !== undefined) cursors.add(cursor);
  } while (cursor !== undefined);
  const complete = problems.every(p => p.severity === 'warning');
  return { models, problems, complete };
}
