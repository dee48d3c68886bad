import { setTimeout as wait } from 'node:timers/promises';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import { BenchDatabaseKind } from '../sync/BenchDatabase';
import {
  ScorecardBackend,
  startScorecardBackend,
} from './startScorecardBackend';

const concurrency = 50;
const requests = 500;

/** Milliseconds for all requests, so many at a time; each answers with the status. */
async function timeOf(
  { verdictUrl, headers }: ScorecardBackend,
  more: Record<string, string>,
  status: number,
): Promise<number> {
  let left = requests;
  const start = performance.now();
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await fetch(verdictUrl, {
        headers: { ...headers, ...more },
      });
      await answer.arrayBuffer();
      if (answer.status !== status)
        throw new Error(`answered ${answer.status}, not ${status}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return performance.now() - start;
}

/** The tag of the verdict, once the examples are all in and it holds. */
async function settledTag(backend: ScorecardBackend): Promise<string> {
  const { verdictUrl, headers } = backend;
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const answer = await fetch(verdictUrl, { headers });
    await answer.arrayBuffer();
    const etag = answer.headers.get('etag') ?? '';
    await wait(3000);
    const again = await fetch(verdictUrl, {
      headers: { ...headers, 'if-none-match': etag },
    });
    await again.arrayBuffer();
    if (again.status === 304) return etag;
  }
  throw new Error('the verdict of the example version keeps changing');
}

/**
 * An unchanged verdict that is asked for with its tag, against the full answer:
 * 500 requests, 50 at a time, over HTTP with tokens, permissions and validation.
 */
export async function measureVerdict(
  kind: BenchDatabaseKind,
  rounds: number,
): Promise<Measure> {
  const database = await kind.create();
  const backend = await startScorecardBackend(database.config);
  try {
    const etag = await settledTag(backend);
    await timeOf(backend, {}, 200);
    await timeOf(backend, { 'if-none-match': etag }, 304);
    const full: number[] = [];
    const unchanged: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      full.push(await timeOf(backend, {}, 200));
      unchanged.push(await timeOf(backend, { 'if-none-match': etag }, 304));
    }
    return {
      name: `unchanged verdict (304), ${kind.name}`,
      rival: 'the same verdict in full',
      ours: median(unchanged),
      theirs: median(full),
      goal: { atMost: 0.2 },
      note: `${requests} requests, ${concurrency} at a time, median of ${rounds} rounds.`,
    };
  } finally {
    await backend.stop();
    await database.remove();
  }
}
