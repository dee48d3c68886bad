import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Duration } from 'luxon';

type Timed = Pick<
  SchedulerServiceTaskScheduleDefinition,
  'frequency' | 'timeout'
>;

/** Milliseconds between two runs; undefined for cron and by hand. */
export function intervalMs(schedule: Timed): number | undefined {
  const { frequency } = schedule;
  if ('cron' in frequency || 'trigger' in frequency) return undefined;
  return toMillis(frequency);
}

/** Milliseconds after which a run is given up. */
export function timeoutMs(schedule: Timed): number {
  return toMillis(schedule.timeout);
}

function toMillis(duration: Timed['timeout']): number {
  return Duration.isDuration(duration)
    ? duration.toMillis()
    : Duration.fromObject(duration).toMillis();
}
