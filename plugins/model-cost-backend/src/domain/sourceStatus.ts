import {
  CostFreshness,
  CostSourceStatus,
} from '@modelyard/plugin-model-cost-common';
import { ConfiguredSource } from '../config/readCostConfig';
import { SourceRecord } from '../database/CostStore';
import { CostCalendar } from './CostCalendar';
import { addDays, Day, daysBetween, lastClosedDay } from './days';

/** A source may be this many days behind before it counts as stale. */
const settlingDays = 2;

export type SourceHealth = Pick<
  CostSourceStatus,
  'id' | 'state' | 'provides' | 'closedUntil' | 'exampleDates'
> & { checkedAt?: string };

/** Health of a source: failed when it could not be read last time. */
export function toSourceHealth(
  source: ConfiguredSource,
  record: SourceRecord,
  calendar: CostCalendar,
  now: Date,
): SourceHealth {
  const closedUntil =
    record.lastOkDay && calendar.toShown(source.id, record.lastOkDay);
  const due = addDays(lastClosedDay(now), -settlingDays);
  const isBehind = !closedUntil || closedUntil < due;
  const state = isBehind ? 'stale' : 'fresh';
  return {
    id: source.id,
    state: record.error === undefined ? state : 'failed',
    closedUntil,
    provides: [...source.source.provides],
    exampleDates: source.redate,
    checkedAt: record.checkedAt,
  };
}

/** Days behind yesterday up to which a grade is given. */
const grades = [
  ['A', 2],
  ['B', 4],
  ['C', 8],
] as const;

function toGrade(closedUntil: Day, now: Date): CostFreshness['grade'] {
  const behind = daysBetween(closedUntil, lastClosedDay(now));
  return grades.find(([, most]) => behind <= most)?.[0] ?? 'D';
}

/**
 * Freshness over all sources that provide what is asked for: as old as the oldest
 * of them.
 */
export function toFreshness(
  sources: SourceHealth[],
  provided: 'cost' | 'usage',
  now: Date,
): CostFreshness {
  const relevant = sources.filter(({ provides }) =>
    provides.includes(provided),
  );
  const closedUntil = earliest(relevant.map(source => source.closedUntil));
  return {
    grade: closedUntil ? toGrade(closedUntil, now) : undefined,
    closedUntil,
    checkedAt: earliest(relevant.map(source => source.checkedAt)),
    sources: sources.map(({ checkedAt, ...source }) => source),
  };
}

function earliest(values: (string | undefined)[]): string | undefined {
  const known = values.filter(value => value !== undefined).sort();
  return known.length === values.length ? known[0] : undefined;
}
