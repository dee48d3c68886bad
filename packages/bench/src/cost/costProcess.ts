import { answerTask } from '../scale/answerTask';
import { databaseKinds } from '../sync/BenchDatabase';
import { CostOptions, measureCost } from './measureCost';

/** What the process is told to measure. */
interface CostTask extends CostOptions {
  /** Name of the kind of database. */
  kind: string;
}

answerTask(async ({ kind, ...options }: CostTask) => {
  const found = databaseKinds().find(({ name }) => name === kind);
  if (!found) throw new Error(`There is no database ${kind}`);
  return measureCost(found, options);
});
