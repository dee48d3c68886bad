import {
  CostSourceList,
  CostSourceStatus,
} from '@modelyard/plugin-model-cost-common';
import { DayRecord } from '../database/CostStore';
import { CostCalendar } from '../domain/CostCalendar';
import { SourceView } from './LedgerReader';

const maxProblems = 20;

export interface ToSourceListOptions {
  views: SourceView[];
  calendar: CostCalendar;
  listProblems: (sourceId: string, limit: number) => Promise<DayRecord[]>;
}

/** Health of every source, with the days that could not be booked. */
export async function toSourceList(
  options: ToSourceListOptions,
): Promise<CostSourceList> {
  const items = await Promise.all(
    options.views.map(async view =>
      toStatus(
        view,
        options,
        await options.listProblems(view.source.id, maxProblems),
      ),
    ),
  );
  return { items, totalItems: items.length };
}

function toStatus(
  { source, record, health }: SourceView,
  { calendar }: ToSourceListOptions,
  problems: DayRecord[],
): CostSourceStatus {
  const shift = calendar.shiftOf(source.id);
  const { checkedAt, error } = record;
  return {
    ...health,
    type: source.type,
    currency: source.currency,
    shiftDays: shift || undefined,
    firstDay: record.firstDay && calendar.toShown(source.id, record.firstDay),
    lastError:
      error === undefined || checkedAt === undefined
        ? undefined
        : { at: checkedAt, message: error },
    problems: problems.map(({ day, state, message }) => ({
      day: calendar.toShown(source.id, day),
      state,
      message: message ?? state,
    })),
    counts: record.counts,
  };
}
