import {
  LoggerService,
  SchedulerService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { ScorecardSync } from './ScorecardSync';

/** Options of {@link scheduleSync}. */
export interface ScheduleSyncOptions {
  sync: ScorecardSync;
  scheduler: SchedulerService;
  logger: LoggerService;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

const id = 'model-scorecard-sync';

/**
 * Runs the sync on a schedule, once over all replicas.
 *
 * @returns runs it now; when a run is under way, once more after it
 */
export async function scheduleSync(
  options: ScheduleSyncOptions,
): Promise<() => Promise<void>> {
  const { sync, scheduler, logger, schedule } = options;
  let again = false;
  await scheduler.scheduleTask({
    ...schedule,
    id,
    fn: async () => {
      do {
        again = false;
        try {
          await sync.run();
        } catch (error) {
          logger.warn(`Versions could not be evaluated: ${error}`);
        }
      } while (again);
    },
  });
  return async () => {
    again = true;
    try {
      await scheduler.triggerTask(id);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  };
}
