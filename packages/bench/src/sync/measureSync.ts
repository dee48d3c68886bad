import { setTimeout as sleep } from 'node:timers/promises';
import { Measure } from '../report/Measure';
import { BenchDatabase } from './BenchDatabase';
import { versionsPerModel } from './benchSource';
import { BenchBackend, startBenchBackend } from './startBenchBackend';

/** Both count in the process that they measure, so they ask seldom. */
const pollMs = { sync: 20, catalog: 250 };
const giveUpAfterMs = 10 * 60_000;

/** Waits until the answer is true, and throws when it never becomes so. */
async function until(
  ask: () => Promise<boolean>,
  { what, everyMs }: { what: string; everyMs: number },
): Promise<void> {
  const started = performance.now();
  while (!(await ask())) {
    if (performance.now() - started > giveUpAfterMs)
      throw new Error(`${what} did not end within ten minutes`);
    await sleep(everyMs);
  }
}

async function countComponents({
  apiUrl,
  token,
}: BenchBackend): Promise<number> {
  const response = await fetch(
    `${apiUrl}/catalog/entities/by-query?filter=kind=component&limit=0`,
    { headers: { Authorization: `Bearer ${token}` } },
  );
  if (!response.ok) throw new Error(`The catalog answers ${response.status}`);
  const { totalItems }: { totalItems: number } = await response.json();
  return totalItems;
}

/** Milliseconds until the stock catalog lists every Component. */
async function timeCatalog(
  backend: BenchBackend,
  count: number,
): Promise<number> {
  const started = performance.now();
  await backend.components.emit(count);
  await until(async () => (await countComponents(backend)) === count, {
    what: 'The stock catalog',
    everyMs: pollMs.catalog,
  });
  return performance.now() - started;
}

async function runSync({ models, token }: BenchBackend): Promise<number> {
  const { runId } = await models.syncSource('bench', {}, { token });
  let written = 0;
  await until(
    async () => {
      const run = await models.getSyncRun('bench', runId, { token });
      if (run.state === 'failed')
        throw new Error(`The sync failed: ${run.error ?? 'no reason'}`);
      written = run.written ?? 0;
      return run.state === 'succeeded';
    },
    { what: 'The sync', everyMs: pollMs.sync },
  );
  return written;
}

async function countVersions({ models, token }: BenchBackend): Promise<number> {
  const { items } = await models.listSources({ token });
  return items[0]?.counts.versions ?? 0;
}

/** Milliseconds until the model catalog counts every version; a second sync writes nothing. */
async function timeSync(backend: BenchBackend, count: number): Promise<number> {
  const started = performance.now();
  await runSync(backend);
  const counted = await countVersions(backend);
  const ms = performance.now() - started;
  if (counted !== count)
    throw new Error(`${counted} of ${count} versions were stored`);
  const writtenAgain = await runSync(backend);
  if (writtenAgain !== 0)
    throw new Error(`A second sync wrote ${writtenAgain} rows`);
  return ms;
}

/**
 * As many versions into the model catalog as Components into the stock catalog,
 * both over their own REST routes, in one backend and on one kind of database.
 */
export async function measureSync(
  database: BenchDatabase,
  versions: number,
): Promise<Measure> {
  const backend = await startBenchBackend(
    database.config,
    versions / versionsPerModel,
  );
  try {
    const oursMs = await timeSync(backend, versions);
    const rivalMs = await timeCatalog(backend, versions);
    const perSecond = (ms: number) => Math.round((versions / ms) * 1000);
    return {
      name: `sync ${versions} versions, ${database.name}`,
      rival: 'stock catalog, as many entities',
      oursMs,
      rivalMs,
      goal: 20,
      note: `${perSecond(oursMs)} versions a second against ${perSecond(rivalMs)} entities a second; a second sync wrote nothing`,
    };
  } finally {
    await backend.stop();
  }
}
