import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import { BenchDatabaseKind } from '../sync/BenchDatabase';
import { runSync } from '../sync/runSync';
import { BenchBackend, startBenchBackend } from '../sync/startBenchBackend';
import { countCalls } from './countCalls';
import { UnchangedSource } from './UnchangedSource';

const sourceId = 'unchanged';
/** How often it is read again; the median counts. */
const timesAgain = 7;

interface Read {
  /** As the run tells. */
  ms: number;
  written: number;
  /** Over HTTP. */
  calls: number;
}

async function read(
  backend: BenchBackend,
  { origin }: UnchangedSource,
): Promise<Read> {
  const before = origin ? countCalls(origin) : 0;
  const { runMs, written } = await runSync(backend, sourceId);
  return {
    ms: runMs,
    written,
    calls: origin ? countCalls(origin) - before : 0,
  };
}

function noteOf(source: UnchangedSource, first: Read, again: Read[]): string {
  const calls = new Set(again.map(run => run.calls));
  return [
    `nothing was written in ${timesAgain} syncs that followed; their median`,
    ...(source.origin
      ? [`${first.calls} requests first, ${[...calls].join(' or ')} again`]
      : []),
  ].join('; ');
}

/** A source that has marks to ask by, read first and read again. */
export async function measureUnchanged(
  kind: BenchDatabaseKind,
  source: UnchangedSource,
): Promise<Measure> {
  const { title, versions } = source;
  const scratch = await mkdtemp(join(tmpdir(), 'modelyard-bench-scratch-'));
  const database = await kind.create();
  const backend = await startBenchBackend({
    database: database.config,
    source: { size: { models: 0, versionsPerModel: 0 }, stage: 'first' },
    sources: [{ id: sourceId, ...source.toConfig({ scratch }) }],
  });
  try {
    const first = await read(backend, source);
    const again: Read[] = [];
    while (again.length < timesAgain) again.push(await read(backend, source));
    const rows = again.reduce((sum, { written }) => sum + written, 0);
    if (first.written <= versions || rows !== 0)
      throw new Error(
        `The first sync of ${title} wrote ${first.written} rows, and the following ones ${rows}`,
      );
    return {
      name: `sync of an unchanged ${title}, ${versions} versions, ${kind.name}`,
      rival: 'its first sync',
      ours: median(again.map(({ ms }) => ms)),
      theirs: first.ms,
      goal: { atMost: 0.05 },
      note: noteOf(source, first, again),
    };
  } finally {
    await backend.stop();
    await database.remove();
    await rm(scratch, { recursive: true, force: true });
  }
}
