import { CostSummaryGroupBy } from '@modelyard/plugin-model-cost-common';
import { Measure } from '../report/Measure';
import { peakMemory } from '../scale/peakMemory';
import { BenchDatabase, BenchDatabaseKind } from '../sync/BenchDatabase';
import { CostSize, dayBack, modelName } from './benchCostSource';
import { measureOpenCost } from './measureOpenCost';
import { p95, p95s } from './p95s';
import { CostBackend, startCostBackend } from './startCostBackend';
import {
  addUpDays,
  gatherStatistics,
  openLedger,
  sumByLabel,
} from './sumLedger';

/** How much is measured. */
export interface CostOptions {
  /** Of the larger estate; the smaller one has a tenth. */
  workloads: number;
  days: number;
  /** How often each question is asked. */
  rounds: number;
  /** Address of a running OpenCost to compare with. */
  openCost?: string;
}

const rowsPerSecond = 20_000;
const mostAddedMb = 400;
const leastGain = 50;
const mostGrowth = 1.5;
const answerKb = 5;
const roundsOfDays = 5;
const workloadsPerModel = 20;

interface Estate extends CostBackend {
  size: CostSize;
  database: BenchDatabase;
}

function spanOf(days: number) {
  return { from: dayBack(days - 1), to: dayBack(0) };
}

function askModel({ costs, token, size }: Estate, days: number) {
  return (round: number) =>
    costs.getModelCost(
      `model:default/${modelName(round % size.models)}`,
      { ...spanOf(days), groupBy: 'version' },
      { token },
    );
}

async function measureModel(
  kind: BenchDatabaseKind,
  estate: Estate,
  rounds: number,
): Promise<Measure[]> {
  const long = Math.min(90, estate.size.days);
  const knex = openLedger(estate.database);
  const [ninety, ten] = await p95s(rounds, [
    askModel(estate, long),
    askModel(estate, 10),
  ]);
  const answer = await askModel(estate, long)(1);
  const askedIn = (round: number) => ({
    model: modelName(round % estate.size.models),
    span: spanOf(long),
  });
  const raw = await p95(roundsOfDays, round => addUpDays(knex, askedIn(round)));
  const bySql = await p95(roundsOfDays, round =>
    sumByLabel(knex, askedIn(round)),
  );
  for (const add of [addUpDays, sumByLabel]) {
    const sum = await add(knex, askedIn(1));
    if (answer.total !== sum)
      throw new Error(`The answer says ${answer.total}, the ledger ${sum}`);
  }
  await knex.destroy();
  const note = `p95 of ${rounds}, the slowest of ${roundsOfDays} for the stored days; a sum by label in SQL, without rules, Components and shares, takes ${Math.round(bySql)} ms`;
  return [
    {
      name: `${long} days of one model, ${kind.name}`,
      rival: 'added up from its stored days',
      ours: ninety,
      theirs: raw,
      goal: { atLeast: leastGain },
      note,
    },
    {
      name: `${long} days of one model by 10 days, ${kind.name}`,
      rival: '10 days',
      ours: ninety,
      theirs: ten,
      goal: { atMost: mostGrowth },
    },
    {
      name: `answer of ${long} days, ${kind.name}`,
      rival: 'limit',
      unit: 'KB',
      ours: JSON.stringify(answer).length / 1024,
      theirs: answerKb,
      goal: { atMost: 1 },
    },
  ];
}

async function measureSummary(
  kind: BenchDatabaseKind,
  { large, small }: { large: Estate; small: Estate },
  rounds: number,
): Promise<Measure[]> {
  const measures: Measure[] = [];
  const groupings: CostSummaryGroupBy[] = [
    'owner',
    'environment',
    'tenant',
    'model',
  ];
  for (const groupBy of groupings) {
    const ask = (estate: Estate) => () =>
      estate.costs.getSummary(
        { ...spanOf(30), groupBy },
        { token: estate.token },
      );
    const [ours, theirs] = await p95s(rounds, [ask(large), ask(small)]);
    measures.push({
      name: `summary of 30 days by ${groupBy}, ${kind.name}`,
      rival: 'a tenth of the data',
      ours,
      theirs,
      goal: { atMost: mostGrowth },
    });
  }
  return measures;
}

async function startEstate(
  kind: BenchDatabaseKind,
  size: CostSize,
): Promise<Estate> {
  const database = await kind.create();
  const backend = await startCostBackend(database.config, size);
  await gatherStatistics(database);
  return { ...backend, size, database };
}

/** Two estates, one with ten times the workloads: ingest, memory, and what is asked. */
export async function measureCost(
  kind: BenchDatabaseKind,
  { workloads, days, rounds, openCost }: CostOptions,
): Promise<Measure[]> {
  const models = workloads / workloadsPerModel;
  const small = await startEstate(kind, {
    models,
    workloads: workloads / 10,
    days,
  });
  const { result: large, addedMb } = await peakMemory(() =>
    startEstate(kind, { models, workloads, days }),
  );
  const rows = workloads * days;
  try {
    return [
      {
        name: `ingest of ${rows} rows, ${kind.name}`,
        rival: `${rowsPerSecond} rows a second`,
        ours: large.ingestMs,
        theirs: (rows / rowsPerSecond) * 1000,
        goal: { atMost: 1 },
        note: `${Math.round((rows / large.ingestMs) * 1000)} rows a second, with all figures`,
      },
      {
        name: `memory added by the ingest, ${kind.name}`,
        rival: 'limit',
        unit: 'MB',
        ours: addedMb,
        theirs: mostAddedMb,
        goal: { atMost: 1 },
      },
      ...(await measureSummary(kind, { large, small }, rounds)),
      ...(openCost
        ? await measureOpenCost(openCost, kind.name, {
            ask: daysAsked => askModel(large, daysAsked),
            rounds,
          })
        : []),
      // Last: adding up days keeps the process busy until connections break.
      ...(await measureModel(kind, large, rounds)),
    ];
  } finally {
    for (const estate of [small, large]) {
      await estate.stop();
      await estate.database.remove();
    }
  }
}
