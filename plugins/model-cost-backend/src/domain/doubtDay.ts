import { DayTotals } from './bookDay';

/** Fewer days than this say nothing about what is usual. */
const fewestDays = 3;
/** Spend on workloads below this share of what is usual is doubted. */
const leastShare = 0.5;
/** With less spend than usual, idle that grew by this much is doubted. */
const idleRise = 0.1;

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function workCost({ total, idle }: DayTotals): number {
  return total - idle;
}

function idleShare({ total, idle }: DayTotals): number {
  return total > 0 ? idle / total : 0;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function doubtAgainst(
  day: DayTotals,
  usual: { work: number; idle: number },
  name: string,
): string | undefined {
  if (usual.work <= 0) return undefined;
  const share = workCost(day) / usual.work;
  const isLittle = share < leastShare;
  const rise = idleShare(day) - usual.idle;
  if (!isLittle && !(share < 1 && rise > idleRise)) return undefined;
  return `workloads cost ${percent(share)} of ${name}, and idle is ${percent(
    idleShare(day),
  )} instead of ${percent(usual.idle)}`;
}

/**
 * Why a day looks as if samples were missing: OpenCost bills such a day all the
 * same, with too little for workloads and the rest as idle. Compared with what was
 * booked of it before, else with the days around it. Undefined where nothing
 * speaks against it.
 */
export function doubtDay(
  day: DayTotals,
  before: DayTotals | undefined,
  around: readonly DayTotals[],
): string | undefined {
  if (before)
    return doubtAgainst(
      day,
      { work: workCost(before), idle: idleShare(before) },
      'what was booked before',
    );
  if (around.length < fewestDays) return undefined;
  return doubtAgainst(
    day,
    {
      work: median(around.map(workCost)),
      idle: median(around.map(idleShare)),
    },
    'the days around it',
  );
}
