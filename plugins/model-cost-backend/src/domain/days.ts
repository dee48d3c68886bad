import { DateTime } from 'luxon';

/** A day in UTC as `YYYY-MM-DD`; days of this form sort as text. */
export type Day = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): boolean {
  return pattern.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

export function addDays(day: Day, count: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' })
    .plus({ days: count })
    .toFormat('yyyy-MM-dd');
}

/** Number of days from the first to the second; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  return DateTime.fromISO(to, { zone: 'utc' }).diff(start, 'days').days;
}

/** Every day from the first to the last, both included. */
export function eachDay(from: Day, to: Day): Day[] {
  const length = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length }, (_, index) => addDays(from, index));
}

/** The last day that has ended in UTC. */
export function lastClosedDay(now: Date): Day {
  return DateTime.fromJSDate(now, { zone: 'utc' })
    .minus({ days: 1 })
    .toFormat('yyyy-MM-dd');
}
