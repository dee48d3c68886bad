import { answerTask } from '../scale/answerTask';
import { databaseKinds } from '../sync/BenchDatabase';
import { DeliveryOptions, measureDelivery } from './measureDelivery';

/** What the process is told to measure. */
interface DeliveryTask extends DeliveryOptions {
  /** Name of the kind of database. */
  kind: string;
}

answerTask(async ({ kind, ...options }: DeliveryTask) => {
  const found = databaseKinds().find(({ name }) => name === kind);
  if (!found) throw new Error(`There is no database ${kind}`);
  return measureDelivery(found, options);
});
