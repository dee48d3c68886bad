import { SchedulerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { CostConfig } from '../../config/readCostConfig';
import { BackfillRunner } from './BackfillRunner';
import { CostIngest } from './CostIngest';

export interface ScheduleIngestOptions {
  scheduler: SchedulerService;
  ingest: CostIngest;
  backfills: BackfillRunner;
  config: Pick<CostConfig, 'schedule'>;
}

const backfillTask = 'backfill-cost-sources';

/**
 * Reads the sources on a schedule and works off backfills, each once over all
 * replicas. A backfill that outlasts the task goes on with the next one.
 *
 * @returns has backfills worked off now; under way, it finds new ones by itself
 */
export async function scheduleIngest(
  options: ScheduleIngestOptions,
): Promise<() => Promise<void>> {
  const { scheduler, ingest, backfills, config } = options;
  await scheduler.scheduleTask({
    ...config.schedule,
    id: 'read-cost-sources',
    scope: 'global',
    fn: async signal => {
      await ingest.run(signal);
    },
  });
  await scheduler.scheduleTask({
    frequency: { minutes: 5 },
    timeout: { minutes: 30 },
    id: backfillTask,
    scope: 'global',
    fn: signal => backfills.run(signal),
  });
  return async () => {
    try {
      await scheduler.triggerTask(backfillTask);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
    }
  };
}
