import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Evaluator } from '../service/Evaluator';
import { PackKeeper } from './PackKeeper';

/** Options of {@link schedulePack}. */
export interface SchedulePackOptions {
  packs: PackKeeper;
  evaluator: Evaluator;
  scheduler: SchedulerService;
  logger: LoggerService;
}

/**
 * Reads the pack again every minute, once over all replicas, and evaluates every
 * version by a new one; each replica takes over what another one put in force.
 */
export async function schedulePack(
  options: SchedulePackOptions,
): Promise<void> {
  const { packs, evaluator, scheduler, logger } = options;
  await scheduler.scheduleTask({
    id: 'model-scorecard-pack',
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 1 },
    fn: async () => {
      if (!(await packs.reload())) return;
      const { evaluated, changed } = await evaluator.refreshOutdated();
      logger.info(
        `${evaluated} versions were evaluated by the new check pack, ${changed} results changed`,
      );
    },
  });
  await scheduler.scheduleTask({
    id: 'model-scorecard-pack-follow',
    scope: 'local',
    frequency: { seconds: 10 },
    timeout: { seconds: 10 },
    initialDelay: { seconds: 10 },
    fn: () => packs.follow(),
  });
}
