import { databaseKinds } from '../sync/BenchDatabase';
import { answerTask } from './answerTask';
import { measureScale, ScaleOptions } from './measureScale';

/** What the process is told to measure. */
interface ScaleTask extends ScaleOptions {
  /** Name of the kind of database. */
  kind: string;
}

answerTask(async ({ kind, ...options }: ScaleTask) => {
  const found = databaseKinds().find(({ name }) => name === kind);
  if (!found) throw new Error(`There is no database ${kind}`);
  return measureScale(found, options);
});
