import { JsonObject } from '@backstage/types';
import { startDeliveryBackend } from './startDeliveryBackend';

/*
 * Runs the backend that is measured, apart from who measures, as it is apart from
 * whoever uses it.
 */

async function run(database: JsonObject): Promise<void> {
  const { stop, ...place } = await startDeliveryBackend(
    database,
    (id, status) => process.send?.({ ended: { id, status } }),
  );
  process.send?.({ place });
  process.once('message', async () => {
    await stop();
    process.exit();
  });
}

process.on('disconnect', () => process.exit());
process.once('message', (database: JsonObject) => {
  run(database).catch(error => {
    process.send?.({ failure: String(error?.stack ?? error) });
    process.exit(1);
  });
});
