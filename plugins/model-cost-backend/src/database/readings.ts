import { Knex } from 'knex';
import {
  DayRecord,
  SourceRange,
  SourceRecord,
  UnlabelledRecord,
} from './CostStore';
import { Bigint, Columns } from './rows';

/** A row of `cost_sources`. */
export interface CheckRow {
  id: string;
  checked_at: string | null;
  error: string | null;
}

/** Days of a source in one state. */
export interface DayCountRow {
  source_id: string;
  state: DayRecord['state'];
  first_day: string;
  last_day: string;
  days: Bigint;
}

/** Narrows a query to days of sources. */
export function inRanges(ranges: SourceRange[], prefix = '') {
  return (where: Knex.QueryBuilder) => {
    if (!ranges.length) where.whereRaw('1 = 0');
    for (const { sourceId, from, to } of ranges)
      where.orWhere(range =>
        range
          .where(`${prefix}source_id`, sourceId)
          .whereBetween(`${prefix}day`, [from, to]),
      );
  };
}

function text(value: Bigint | null): string | undefined {
  return value === null ? undefined : String(value);
}

export function toUnlabelled(row: Columns): UnlabelledRecord {
  const { kind } = row;
  return {
    sourceId: String(row.source_id),
    kind: kind === 'shared' || kind === 'unmounted' ? kind : 'workload',
    cluster: String(row.cluster),
    namespace: String(row.namespace),
    controllerKind: String(row.controller_kind),
    controller: String(row.controller),
    service: text(row.service),
    owner: text(row.owner),
    pool: text(row.pool),
    total: Number(row.total),
    days: Number(row.days),
    lastDay: String(row.last_day),
  };
}

export function toSourceRecord(
  sourceId: string,
  check: CheckRow | undefined,
  rows: DayCountRow[],
): SourceRecord {
  const days = rows.flatMap(row => [row.first_day, row.last_day]).sort();
  const count = (state: DayRecord['state']) =>
    Number(rows.find(row => row.state === state)?.days ?? 0);
  return {
    sourceId,
    checkedAt: check?.checked_at ?? undefined,
    error: check?.error ?? undefined,
    firstDay: days[0],
    lastDay: days[days.length - 1],
    lastOkDay: rows.find(row => row.state === 'ok')?.last_day,
    counts: {
      ok: count('ok'),
      missing: count('missing'),
      failed: count('failed'),
    },
  };
}
