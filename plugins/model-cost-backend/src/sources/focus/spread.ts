import { Day } from '../../domain/days';

const dayMs = 86_400_000;

function dayAt(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The days in UTC that a period touches; one without length lies on its first. */
export function daysOf(start: number, end: number): Day[] {
  const first = Math.floor(start / dayMs);
  const last = Math.max(first, Math.ceil(end / dayMs) - 1);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    dayAt((first + index) * dayMs),
  );
}

/**
 * Spreads an amount over the days of its period by time. What division leaves over
 * goes to the last day, so that the days add up to the amount.
 */
export function spread(
  amount: bigint,
  { start, end, days }: { start: number; end: number; days: Day[] },
): [Day, bigint][] {
  if (days.length === 1) return [[days[0], amount]];
  const length = BigInt(end - start);
  let left = amount;
  return days.map((day, index) => {
    if (index === days.length - 1) return [day, left];
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const time = Math.min(end, midnight + dayMs) - Math.max(start, midnight);
    const part = (amount * BigInt(time)) / length;
    left -= part;
    return [day, part];
  });
}
