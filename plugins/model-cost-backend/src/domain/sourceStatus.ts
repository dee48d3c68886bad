import {
  CostFreshness,
  CostSourceStatus,
} from '@modelyard/plugin-model-cost-common';
import { ConfiguredSource } from '../config/readCostConfig';
import { SourceRecord } from '../database/CostStore';
import { CostCalendar } from './CostCalendar';
import { addDays, lastClosedDay } from './days';

/** A source may be this many days behind before it counts as stale. */
const settlingDays = 2;

export type SourceHealth = Pick<
  CostSourceStatus,
  'id' | 'state' | 'closedUntil' | 'exampleDates'
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
    exampleDates: source.redate,
    checkedAt: record.checkedAt,
  };
}

/** Freshness over all sources: as old as the oldest of them. */
export function toFreshness(sources: SourceHealth[]): CostFreshness {
  const closed = sources.map(source => source.closedUntil);
  const checked = sources.map(source => source.checkedAt);
  return {
    closedUntil: earliest(closed),
    checkedAt: earliest(checked),
    sources: sources.map(({ checkedAt, ...source }) => source),
  };
}

function earliest(values: (string | undefined)[]): string | undefined {
  const known = values.filter(value => value !== undefined).sort();
  return known.length === values.length ? known[0] : undefined;
}
