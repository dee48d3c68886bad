import { DateTime } from 'luxon';

/**
 * Day of a UTC ISO time: `19 Nov`, with the year when it is not this one.
 *
 * @public
 */
export function formatDay(at: string, now: DateTime = DateTime.utc()): string {
  const time = DateTime.fromISO(at, { zone: 'utc' });
  return time.toFormat(time.year === now.year ? 'd LLL' : 'd LLL yyyy');
}

/**
 * A UTC ISO time to the minute, with its zone: `2026-11-19 12:04 UTC`.
 *
 * @public
 */
export function formatInstant(at: string): string {
  return DateTime.fromISO(at, { zone: 'utc' }).toFormat(
    "yyyy-LL-dd HH:mm 'UTC'",
  );
}

/**
 * Age of a UTC ISO time in words: `2 days ago`, `just now` within a minute.
 *
 * @public
 */
export function formatAge(at: string, now: DateTime = DateTime.utc()): string {
  const time = DateTime.fromISO(at, { zone: 'utc' });
  if (Math.abs(now.diff(time).as('minutes')) < 1) return 'just now';
  return time.toRelative({ base: now, locale: 'en' }) ?? at;
}
