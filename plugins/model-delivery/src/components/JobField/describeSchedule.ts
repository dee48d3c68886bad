import {
  CronTimes,
  readCron,
  runsPerMonth,
} from '@modelyard/plugin-model-delivery-common';
import { Translate } from '../form/fieldName';

const mostTimes = 6;
const utc = { timeZone: 'UTC' };

function list(items: readonly (string | number)[]): string {
  return new Intl.ListFormat('en').format(items.map(String));
}

function weekdayName(day: number): string {
  // 3 January 2027 was a Sunday.
  const date = new Date(Date.UTC(2027, 0, 3 + day));
  return date.toLocaleDateString('en', { weekday: 'long', ...utc });
}

function monthName(month: number): string {
  const date = new Date(Date.UTC(2027, month - 1, 1));
  return date.toLocaleDateString('en', { month: 'long', ...utc });
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

function timesIn(t: Translate, { minutes, hours }: CronTimes): string {
  if (minutes.length * hours.length <= mostTimes) {
    const times = hours.flatMap(hour =>
      minutes.map(minute => `${twoDigits(hour)}:${twoDigits(minute)}`),
    );
    return t('schedule.at', { times: list(times) });
  }
  const every = hours.length === 24;
  if (every && minutes.length === 60) return t('schedule.everyMinute');
  const atMinutes = list(minutes);
  return every
    ? t('schedule.everyHour', { minutes: atMinutes })
    : t('schedule.someHours', { minutes: atMinutes, hours: list(hours) });
}

function daysIn(t: Translate, { days, months, weekdays }: CronTimes): string {
  const parts = [
    ...(days ? [t('schedule.days', { days: list(days) })] : []),
    ...(weekdays
      ? [t('schedule.weekdays', { days: list(weekdays.map(weekdayName)) })]
      : []),
  ];
  const on = parts.length ? list(parts) : t('schedule.everyDay');
  return months
    ? t('schedule.months', { on, months: list(months.map(monthName)) })
    : on;
}

/**
 * A schedule in words: when it runs, and how often in a month.
 *
 * @returns undefined when it is no schedule
 */
export function describeSchedule(
  t: Translate,
  cron: string,
  timeZone = 'UTC',
): string | undefined {
  const times = readCron(cron);
  if (!times) return undefined;
  const runs = runsPerMonth(cron);
  return t('schedule.sentence', {
    times: timesIn(t, times),
    days: daysIn(t, times),
    timeZone,
    runs: runs >= 10 ? runs.toFixed(0) : `${Number(runs.toFixed(1))}`,
  });
}
