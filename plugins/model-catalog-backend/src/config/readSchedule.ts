import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { CronTime } from 'cron';
import { intervalMs, timeoutMs } from '../domain/scheduleTimes';

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 4 },
};

function parse(config: Config, key: string) {
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(config);
  } catch (error) {
    throw new InputError(
      `${key} is not a schedule; write such as { frequency: { minutes: 5 }, timeout: { minutes: 4 } }`,
      error,
    );
  }
}

function isCron(expression: string): boolean {
  try {
    return Boolean(new CronTime(expression));
  } catch {
    return false;
  }
}

/**
 * Reads when a source is synced; every 5 minutes unless told otherwise.
 *
 * @throws InputError naming the key that is wrong
 */
export function readSchedule(
  source: Config,
  key: string,
): SchedulerServiceTaskScheduleDefinition {
  const config = source.getOptionalConfig('schedule');
  if (!config) return defaultSchedule;
  const schedule = parse(config, `${key}.schedule`);
  const { frequency } = schedule;
  if ('cron' in frequency && !isCron(frequency.cron))
    throw new InputError(
      `${key}.schedule.frequency.cron: "${frequency.cron}" is no cron expression; write such as "*/5 * * * *"`,
    );
  const interval = intervalMs(schedule);
  if (interval !== undefined && !(interval > 0))
    throw new InputError(
      `${key}.schedule.frequency is not longer than nothing; write such as { minutes: 5 }`,
    );
  if (!(timeoutMs(schedule) > 0))
    throw new InputError(
      `${key}.schedule.timeout is not longer than nothing; write such as { minutes: 4 }`,
    );
  return schedule;
}
