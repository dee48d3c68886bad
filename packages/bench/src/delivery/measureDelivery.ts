import { Measure } from '../report/Measure';
import { BenchDatabaseKind } from '../sync/BenchDatabase';
import { stopGit } from './bareGit';
import { measureListing } from './measureListing';
import { measurePlanRequest } from './measurePlanRequest';
import { measureRuns } from './measureRuns';
import { BackendApart, startBackendApart } from './startBackendApart';

/** How often something is asked. */
export interface DeliveryOptions {
  /** Of plans and runs, several each; the median counts. */
  rounds: number;
  /** Of pages; the 95th percentile counts. */
  scaleRounds: number;
}

const plansPerRound = 5;

/** Lets some work have a backend with a database of its own. */
async function withBackend<T>(
  kind: BenchDatabaseKind,
  work: (backend: BackendApart) => Promise<T>,
): Promise<T> {
  const database = await kind.create();
  const backend = await startBackendApart(database.config);
  try {
    return await work(backend);
  } finally {
    await backend.stop();
    await database.remove();
  }
}

/** Plans, template runs and pages of services, of backends that run beside this process. */
export async function measureDelivery(
  kind: BenchDatabaseKind,
  { rounds, scaleRounds }: DeliveryOptions,
): Promise<Measure[]> {
  const measures = await withBackend(kind, async backend => [
    await measurePlanRequest(backend, rounds * plansPerRound),
    ...(await measureRuns(backend, rounds)),
  ]);
  const listing = await withBackend(kind, small =>
    withBackend(kind, large => measureListing({ small, large }, scaleRounds)),
  );
  stopGit();
  return [...measures, listing].map(measure => ({
    ...measure,
    name: `${measure.name}, ${kind.name}`,
  }));
}
