import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import { Measure } from '../report/Measure';
import { BenchDatabase, BenchDatabaseKind } from '../sync/BenchDatabase';
import { BenchSize, BenchSource } from '../sync/benchSource';
import { runSync } from '../sync/runSync';
import { BenchBackend, startBenchBackend } from '../sync/startBenchBackend';
import { Ask, lists, Scaled } from './lists';
import { peakMemory } from './peakMemory';
import { percentile } from './percentile';

/** How much is measured. */
export interface ScaleOptions {
  /** Of the larger catalog; the smaller one has a hundredth. */
  models: number;
  versionsPerModel: number;
  /** How often each list is asked of either catalog. */
  rounds: number;
}

const mostAddedMb = 400;
const mostGrowth = 1.5;
const pageLimit = 500;
const warmUpRounds = 20;

interface Catalog {
  backend: BenchBackend;
  database: BenchDatabase;
  source: BenchSource;
}

async function startCatalog(
  kind: BenchDatabaseKind,
  size: BenchSize,
): Promise<Catalog> {
  const source: BenchSource = { size, stage: 'first' };
  const database = await kind.create();
  const backend = await startBenchBackend({
    database: database.config,
    source,
  });
  return { backend, database, source };
}

async function findMiddle(
  models: ModelCatalogClient,
  { size, token }: { size: BenchSize; token: string },
): Promise<string | undefined> {
  let cursor: string | undefined;
  for (let read = 0; read < size.models / 2;) {
    const limit = Math.min(pageLimit, Math.ceil(size.models / 2) - read);
    const page = await models.listModels({ cursor, limit }, { token });
    read += page.items.length;
    cursor = page.nextCursor;
  }
  return cursor;
}

/** Lets the source change, so that every list has something in it. */
async function toScaled({ backend, source }: Catalog): Promise<Scaled> {
  source.stage = 'later';
  await runSync(backend);
  const { models, token } = backend;
  const { size } = source;
  const middle = await findMiddle(models, { size, token });
  return { models, token, size, middle };
}

async function timeOf(ask: Ask, scaled: Scaled, round: number) {
  const started = performance.now();
  await ask(scaled, round, { token: scaled.token });
  return performance.now() - started;
}

interface Asked {
  name: string;
  ask: Ask;
  /** What each answer took, in milliseconds. */
  took: Record<'large' | 'small', number[]>;
}

/** Another order in every round, so that no list always meets the same garbage. */
function orderOf(asked: Asked[], round: number): Asked[] {
  const first = (round * 7) % asked.length;
  return [...asked.slice(first), ...asked.slice(0, first)];
}

/**
 * Asks the two in turns, and each list once a round, so that what else the machine
 * does falls on all of them.
 */
async function measureLists(
  kind: BenchDatabaseKind,
  { rounds, ...scaled }: { large: Scaled; small: Scaled; rounds: number },
): Promise<Measure[]> {
  const asked: Asked[] = Object.entries(lists).map(([name, ask]) => ({
    name,
    ask,
    took: { large: [], small: [] },
  }));
  for (let round = 0; round < warmUpRounds + rounds; round += 1)
    for (const { ask, took } of orderOf(asked, round))
      for (const side of round % 2
        ? (['large', 'small'] as const)
        : (['small', 'large'] as const)) {
        const ms = await timeOf(ask, scaled[side], round);
        if (round >= warmUpRounds) took[side].push(ms);
      }
  return asked.map(({ name, took }) => ({
    name: `${name}, ${kind.name}`,
    rival: 'a hundredth of the data',
    ours: percentile(took.large, 0.95),
    theirs: percentile(took.small, 0.95),
    goal: { atMost: mostGrowth },
  }));
}

/** Memory of the first sync, and what a sync costs that finds nothing new. */
async function measureLargeSync(
  kind: BenchDatabaseKind,
  { backend, source }: Catalog,
): Promise<Measure[]> {
  const count = source.size.models * source.size.versionsPerModel;
  const first = await peakMemory(() => runSync(backend));
  const again = await runSync(backend);
  if (again.written !== 0)
    throw new Error(`An unchanged sync wrote ${again.written} rows`);
  const perSecond = Math.round((count / first.result.ms) * 1000);
  return [
    {
      name: `memory added by ${count} versions, ${kind.name}`,
      rival: 'limit',
      unit: 'MB',
      ours: first.addedMb,
      theirs: mostAddedMb,
      goal: { atMost: 1 },
      note: `read and stored in ${(first.result.ms / 1000).toFixed(1)} s, ${perSecond} versions a second; read again, unchanged and without marks, in ${(again.ms / 1000).toFixed(1)} s, with no row written`,
    },
  ];
}

/**
 * Two catalogs side by side, one of a hundred times the data: the memory that the
 * first sync of the larger one adds, and the p95 of every list of either.
 */
export async function measureScale(
  kind: BenchDatabaseKind,
  { models, versionsPerModel, rounds }: ScaleOptions,
): Promise<Measure[]> {
  const small = await startCatalog(kind, {
    models: models / 100,
    versionsPerModel,
  });
  const large = await startCatalog(kind, { models, versionsPerModel });
  try {
    await runSync(small.backend);
    const measures = await measureLargeSync(kind, large);
    const scaled = {
      small: await toScaled(small),
      large: await toScaled(large),
    };
    measures.push(...(await measureLists(kind, { ...scaled, rounds })));
    return measures;
  } finally {
    for (const { backend, database } of [small, large]) {
      await backend.stop();
      await database.remove();
    }
  }
}
