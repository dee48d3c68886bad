import { CostDayState } from '@modelyard/plugin-model-cost-common';
import { DayRecord, SourceRange, SourceRecord } from '../database/CostStore';
import { addDays, Day, daysBetween, lastClosedDay } from './days';
import { Span } from './span';

/** A source as configured, with what the ledger knows about it. */
export interface CalendarSource {
  redate: boolean;
  record: SourceRecord;
}

/**
 * Translates between the days that people see and the days that were recorded.
 * They differ by a whole number of days where a source is redated; the ledger
 * keeps recorded days only, so moving them on costs nothing and writes nothing.
 */
export class CostCalendar {
  private constructor(
    private readonly sources: Map<string, CalendarSource & { shift: number }>,
  ) {}

  static create(options: {
    sources: CalendarSource[];
    now: Date;
  }): CostCalendar {
    const yesterday = lastClosedDay(options.now);
    const entries = options.sources.map(source => {
      const { lastDay, sourceId } = source.record;
      const shift =
        source.redate && lastDay ? daysBetween(lastDay, yesterday) : 0;
      return [sourceId, { ...source, shift }] as const;
    });
    return new CostCalendar(new Map(entries));
  }

  /** By how many days the recorded days of a source were moved. */
  shiftOf(sourceId: string): number {
    return this.sources.get(sourceId)?.shift ?? 0;
  }

  /** The day that people see for a recorded one. */
  toShown(sourceId: string, recorded: Day): Day {
    return addDays(recorded, this.shiftOf(sourceId));
  }

  /** The recorded days, per source, behind the days that people see. */
  rangesOf(from: Day, to: Day): SourceRange[] {
    return [...this.sources].map(([sourceId, { shift }]) => ({
      sourceId,
      from: addDays(from, -shift),
      to: addDays(to, -shift),
    }));
  }

  /**
   * State of each day over all sources: failed where one source failed, missing
   * where one that had begun lacks the day or none had begun.
   */
  statesOf(span: Span, records: DayRecord[]): CostDayState[] {
    const byPlace = new Map(
      records.map(record => [`${record.sourceId} ${record.day}`, record]),
    );
    return span.days.map(day => {
      const states = [...this.sources].flatMap(
        ([sourceId, { record, shift }]) => {
          const recorded = addDays(day, -shift);
          const begun = record.firstDay && record.firstDay <= recorded;
          if (!begun) return [];
          return [byPlace.get(`${sourceId} ${recorded}`)?.state ?? 'missing'];
        },
      );
      if (states.includes('failed')) return 'failed';
      return states.length && states.every(s => s === 'ok') ? 'ok' : 'missing';
    });
  }
}
