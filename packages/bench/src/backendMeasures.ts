import { BenchOptions } from './options';
import { Measure } from './report/Measure';
import { measureApart } from './scale/measureApart';
import { databaseKinds } from './sync/BenchDatabase';
import { measureSync } from './sync/measureSync';
import { measureUnchangedPlaces } from './unchanged/measureUnchangedPlaces';
import { measureVerdict } from './verdict/measureVerdict';

const versionsPerModel = 25;

/** What could not be measured without Postgres. */
function missingOf(what: string): string[] {
  return databaseKinds().length > 1
    ? []
    : [
        `${what} on Postgres: set BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING`,
      ];
}

/** Syncs on each database: against the stock catalog, and of what is unchanged. */
export async function measureSyncs(options: BenchOptions) {
  const amounts = {
    versions: options.syncVersions,
    entities: options.syncEntities,
  };
  const measures: Measure[] = [];
  for (const kind of databaseKinds())
    measures.push(await measureSync(kind, amounts));
  const unchanged = await measureUnchangedPlaces(
    databaseKinds(),
    options.unchangedVersions,
  );
  return {
    measures: [...measures, ...unchanged.measures],
    missing: [...missingOf('sync'), ...unchanged.missing],
  };
}

/** Verdicts that are asked for again, on each database. */
export async function measureVerdicts({ rounds }: BenchOptions) {
  const measures: Measure[] = [];
  for (const kind of databaseKinds())
    measures.push(await measureVerdict(kind, rounds));
  return { measures, missing: missingOf('verdict') };
}

/** A catalog of 250,000 versions on each database. */
export async function measureScales(options: BenchOptions) {
  const measures: Measure[] = [];
  for (const kind of databaseKinds())
    measures.push(
      ...(await measureApart('src/scale/scaleProcess.ts', {
        kind: kind.name,
        models: options.scaleModels,
        rounds: options.scaleRounds,
        versionsPerModel,
      })),
    );
  return { measures, missing: missingOf('scale') };
}

/** A ledger of 5,000 workloads over 400 days on each database. */
export async function measureCosts(options: BenchOptions) {
  const measures: Measure[] = [];
  for (const kind of databaseKinds())
    measures.push(
      ...(await measureApart('src/cost/costProcess.ts', {
        kind: kind.name,
        workloads: options.costWorkloads,
        days: options.costDays,
        rounds: options.scaleRounds,
        openCost: options.openCost,
      })),
    );
  return { measures, missing: missingOf('cost') };
}

/** Plans, template runs and pages of services on each database. */
export async function measureDeliveries({ rounds, scaleRounds }: BenchOptions) {
  const measures: Measure[] = [];
  for (const kind of databaseKinds())
    measures.push(
      ...(await measureApart('src/delivery/deliveryProcess.ts', {
        kind: kind.name,
        rounds,
        scaleRounds,
      })),
    );
  return { measures, missing: missingOf('delivery') };
}
