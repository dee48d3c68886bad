import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { CronTime } from 'cron';
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

/**
 * When the schedule has the next run begin, in ISO 8601. In the past when it is
 * due; undefined when it only runs by hand, or never ran and isn't cron.
 */
export function nextRunAt(
  { frequency }: Timed,
  times: { lastStartedAt?: string; now: Date },
): string | undefined {
  if ('trigger' in frequency) return undefined;
  if ('cron' in frequency)
    return new CronTime(frequency.cron)
      .getNextDateFrom(times.now)
      .toJSDate()
      .toISOString();
  if (times.lastStartedAt === undefined) return undefined;
  const next = Date.parse(times.lastStartedAt) + toMillis(frequency);
  return new Date(next).toISOString();
}

function toMillis(duration: Timed['timeout']): number {
  return Duration.isDuration(duration)
    ? duration.toMillis()
    : Duration.fromObject(duration).toMillis();
}
