import { Redating } from '../intake/EvidenceIntake';

const day = 86_400_000;

/**
 * Whole days to add so that the newest of some times comes to lie within the day
 * before `now`, and none in the future.
 */
export function daysToMove(times: string[], now: string): number {
  const newest = Math.max(...times.map(time => Date.parse(time)));
  return Number.isFinite(newest)
    ? Math.floor((Date.parse(now) - newest) / day)
    : 0;
}

/** Moves times by whole days; text that is no time stays as it is. */
export function redatingBy(days: number): Redating {
  return {
    move(at) {
      const time = Date.parse(at);
      return Number.isNaN(time)
        ? at
        : new Date(time + days * day).toISOString();
    },
  };
}
