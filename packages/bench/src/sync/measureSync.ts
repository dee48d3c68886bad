import { Measure } from '../report/Measure';
import { BenchDatabaseKind } from './BenchDatabase';
import { runSync, until } from './runSync';
import { BenchBackend, startBenchBackend } from './startBenchBackend';

/** Counting costs the stock catalog time, so it is done seldom. */
const catalogPollMs = 250;
const versionsPerModel = 20;

/** How much is written on either side. */
export interface SyncAmounts {
  versions: number;
  /** Of the stock catalog, which would take minutes for as many as ours. */
  entities: number;
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
  await until(
    async () => (await countComponents(backend)) === count || undefined,
    { what: 'The stock catalog', everyMs: catalogPollMs },
  );
  return performance.now() - started;
}

/** Milliseconds until the model catalog counts every version; a second sync writes nothing. */
async function timeSync(backend: BenchBackend, count: number): Promise<number> {
  const { models, token } = backend;
  const started = performance.now();
  await runSync(backend);
  const { items } = await models.listSources({ token });
  const ms = performance.now() - started;
  const counted = items[0]?.counts.versions ?? 0;
  if (counted !== count)
    throw new Error(`${counted} of ${count} versions were stored`);
  const { written } = await runSync(backend);
  if (written !== 0) throw new Error(`A second sync wrote ${written} rows`);
  return ms;
}

/**
 * Versions into the model catalog and Components into the stock catalog, both over
 * their own REST routes, in one backend and on one kind of database; per second,
 * since the stock catalog is given fewer.
 */
export async function measureSync(
  kind: BenchDatabaseKind,
  { versions, entities }: SyncAmounts,
): Promise<Measure> {
  const size = { models: versions / versionsPerModel, versionsPerModel };
  const database = await kind.create();
  const backend = await startBenchBackend({
    database: database.config,
    source: { size, stage: 'first', isReady: true },
  });
  try {
    const ours = await timeSync(backend, versions);
    const theirs = await timeCatalog(backend, entities);
    const perSecond = (count: number, ms: number) =>
      Math.round((count / ms) * 1000);
    return {
      name: `sync a thousand versions, ${kind.name}`,
      rival: 'stock catalog, as many entities',
      ours: (ours / versions) * 1000,
      theirs: (theirs / entities) * 1000,
      goal: { atLeast: 50 },
      note: `${perSecond(versions, ours)} versions a second, of ${versions}, against ${perSecond(entities, theirs)} entities a second, of ${entities}; a second sync wrote nothing`,
    };
  } finally {
    await backend.stop();
    await database.remove();
  }
}
