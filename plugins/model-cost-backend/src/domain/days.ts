import { DateTime } from 'luxon';

/** A day in UTC as `YYYY-MM-DD`; days of this form sort as text. */
export type Day = string;

const pattern = /^\d{4}-\d{2}-\d{2}$/;

export function isDay(text: string): boolean {
  return pattern.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

const dayMs = 86_400_000;

function toMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function fromMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

export function addDays(day: Day, count: number): Day {
  return count === 0 ? day : fromMs(toMs(day) + count * dayMs);
}

/** Number of days from the first to the second; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (toMs(to) - toMs(from)) / dayMs;
}

/** Every day from the first to the last, both included. */
export function eachDay(from: Day, to: Day): Day[] {
  const start = toMs(from);
  const length = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length }, (_, index) => fromMs(start + index * dayMs));
}

/** The last day that has ended in UTC. */
export function lastClosedDay(now: Date): Day {
  return DateTime.fromJSDate(now, { zone: 'utc' })
    .minus({ days: 1 })
    .toFormat('yyyy-MM-dd');
}
