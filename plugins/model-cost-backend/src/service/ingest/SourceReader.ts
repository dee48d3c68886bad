import { LoggerService } from '@backstage/backend-plugin-api';
import { ListedDay } from '@modelyard/plugin-model-cost-node';
import { ConfiguredSource } from '../../config/readCostConfig';
import { LedgerStore } from '../../database/LedgerStore';
import { chooseDays } from '../../domain/chooseDays';
import { addDays, Day, lastClosedDay } from '../../domain/days';
import { Roller } from '../../domain/rollUp/Roller';
import { DayReader } from './DayReader';

const endOfTime: Day = '9999-12-31';
const beginningOfTime: Day = '0001-01-01';

export interface SourceReaderOptions {
  store: LedgerStore;
  logger: LoggerService;
  clock: () => Date;
}

/** What became of one day. */
export interface DayOutcome {
  day: Day;
  isWritten: boolean;
  isFailed: boolean;
}

export interface ReadSpanOptions {
  from?: Day;
  until?: Day;
  /** Every day of the span, also where it is booked and has not changed. */
  isForced?: boolean;
  acceptSuspect?: boolean;
  roller: Roller;
  signal: AbortSignal;
  /** After each day; throws to stop. */
  onDay?: (outcome: DayOutcome) => Promise<void> | void;
}

/** Reads days of one source into the ledger, each in a transaction of its own. */
export class SourceReader {
  private constructor(private readonly options: SourceReaderOptions) {}

  static create(options: SourceReaderOptions): SourceReader {
    return new SourceReader(options);
  }

  /** Throws when the source as a whole can't be read. */
  async read(source: ConfiguredSource, span: ReadSpanOptions): Promise<void> {
    const { store, logger, clock } = this.options;
    const { signal, roller, acceptSuspect = false } = span;
    const reader = DayReader.create({ store, logger, acceptSuspect });
    const chosen = await this.choose(source, span);
    const marks = new Map(chosen.map(({ day, mark }) => [day, mark]));
    const days = chosen.map(({ day }) => day);
    for await (const answer of source.source.readDays(days, { signal })) {
      const day = await reader.book(source, answer, signal);
      const isWritten = await store.bookDay(
        {
          sourceId: source.id,
          day,
          mark: marks.get(day.day),
          readAt: clock().toISOString(),
        },
        roller,
      );
      const isFailed = day.state === 'failed';
      await span.onDay?.({ day: day.day, isWritten, isFailed });
    }
  }

  private async choose(
    source: ConfiguredSource,
    span: ReadSpanOptions,
  ): Promise<ListedDay[]> {
    const until = span.until ?? this.untilOf(source);
    const from = span.from ?? firstDayOf(source, until);
    const all = await source.source.listDays({ from, until }, span);
    // Also of a source that tells more than it was asked for, such as an open day.
    const listed = all.filter(({ day }) => day >= from && day <= until);
    if (span.isForced) return listed;
    return chooseDays({
      listed,
      known: await this.options.store.listKnownDays(source.id, from, until),
      until,
      rereadDays: source.rereadDays,
    });
  }

  /**
   * Redated days are whole whenever they were recorded, also where the clock is
   * behind them.
   */
  private untilOf({ redate }: ConfiguredSource): Day {
    return redate ? endOfTime : lastClosedDay(this.options.clock());
  }
}

function firstDayOf({ historyDays }: ConfiguredSource, until: Day): Day {
  return historyDays === undefined
    ? beginningOfTime
    : addDays(until, 1 - historyDays);
}
