import { BookedDay, DayTotals, UnbookedDay } from '../domain/bookDay';
import { RolledTotals } from '../domain/rollUp/rollUpDay';
import { DayRecord } from './CostStore';
import { Bigint } from './rows';

/** A row of `cost_days`. */
export interface DayRow {
  source_id: string;
  day: string;
  revision: number;
  is_current: boolean | number;
  state: DayRecord['state'];
  message: string | null;
  digest: string | null;
  read_at: string;
  currency: string | null;
  total: Bigint | null;
  idle: Bigint | null;
  workloads: number | null;
  compute: Bigint | null;
  nodes: Bigint | null;
  mark: string | null;
  notices: string | null;
  rolled_with: string | null;
  roll_error: string | null;
}

/** What is written of a day; the rest follows from it. */
export interface DayWrite {
  sourceId: string;
  day: BookedDay | UnbookedDay;
  mark?: string;
  revision: number;
  readAt: string;
}

export function toDayRow(write: DayWrite): DayRow {
  const { day } = write;
  const booked = day.state === 'ok' ? day : undefined;
  const totals = booked?.totals;
  return {
    source_id: write.sourceId,
    day: day.day,
    revision: write.revision,
    is_current: true,
    state: day.state,
    message: day.state === 'ok' ? null : day.message,
    digest: booked?.digest ?? null,
    read_at: write.readAt,
    currency: booked?.currency ?? null,
    total: totals?.total ?? null,
    idle: totals?.idle ?? null,
    workloads: totals?.workloads ?? null,
    compute: totals?.compute ?? null,
    nodes: totals?.nodes ?? null,
    mark: write.mark ?? null,
    notices: booked?.notices.length ? JSON.stringify(booked.notices) : null,
    rolled_with: null,
    roll_error: null,
  };
}

function optional(value: Bigint | null): number | undefined {
  return value === null ? undefined : Number(value);
}

export function fromDayTotals(row: DayRow): DayTotals | undefined {
  if (row.total === null) return undefined;
  return {
    total: Number(row.total),
    idle: Number(row.idle),
    workloads: row.workloads ?? 0,
    compute: Number(row.compute),
    nodes: optional(row.nodes),
  };
}

/** Columns of `cost_day_totals`, beside those of a day. */
export interface FigureRow {
  f_attributed: Bigint | null;
  f_unattributed: Bigint | null;
  f_unmounted: Bigint | null;
  f_shared: Bigint | null;
  f_idle: Bigint | null;
  f_total: Bigint | null;
  f_source_total: Bigint | null;
}

function toFigures(row: FigureRow): RolledTotals | undefined {
  if (row.f_total === null) return undefined;
  return {
    attributed: Number(row.f_attributed),
    unattributed: Number(row.f_unattributed),
    unmounted: Number(row.f_unmounted),
    shared: Number(row.f_shared),
    idle: Number(row.f_idle),
    total: Number(row.f_total),
    sourceTotal: optional(row.f_source_total),
  };
}

function readNotices(text: string | null): string[] {
  return text === null ? [] : JSON.parse(text);
}

export function fromDayRow(row: DayRow & FigureRow): DayRecord {
  return {
    sourceId: row.source_id,
    day: row.day,
    revision: row.revision,
    state: row.roll_error === null ? row.state : 'failed',
    message: row.roll_error ?? row.message ?? undefined,
    notices: readNotices(row.notices),
    totals: toFigures(row),
  };
}
