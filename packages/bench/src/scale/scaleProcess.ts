import { Measure } from '../report/Measure';
import { databaseKinds } from '../sync/BenchDatabase';
import { measureScale, ScaleOptions } from './measureScale';

/** What the process is told to measure. */
export interface ScaleTask extends ScaleOptions {
  /** Name of the kind of database. */
  kind: string;
}

/** What it says in the end. */
export interface ScaleAnswer {
  measures?: Measure[];
  /** With its stack. */
  failure?: string;
}

async function answer({ kind, ...options }: ScaleTask): Promise<ScaleAnswer> {
  try {
    const found = databaseKinds().find(({ name }) => name === kind);
    if (!found) throw new Error(`There is no database ${kind}`);
    return { measures: await measureScale(found, options) };
  } catch (error) {
    return { failure: error instanceof Error ? error.stack : String(error) };
  }
}

process.once('message', async (task: ScaleTask) => {
  process.send?.(await answer(task));
});
