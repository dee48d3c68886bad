import { FailedSourceDay, SourceDay } from './SourceDay';

/**
 * A day that a source can tell about.
 *
 * @public
 */
export interface ListedDay {
  /** `YYYY-MM-DD` in UTC. */
  day: string;
  /**
   * Changes when the day may have changed, such as size and time of a file. A day
   * that is booked under the same mark is not read again. Absent where the source
   * can't tell: then late days are read again as configured.
   */
  mark?: string;
}

/**
 * The days a source is asked for, both ends included.
 *
 * @public
 */
export interface SourceSpan {
  from: string;
  /** Never after the last closed day. */
  until: string;
}

/**
 * Options that every call of a {@link CostSource} takes last.
 *
 * @public
 */
export interface SourceCallOptions {
  signal: AbortSignal;
}

/**
 * One configured instance of a place where recorded cost or usage comes from.
 *
 * @public
 */
export interface CostSource {
  /** What its days hold. */
  provides: readonly ('cost' | 'usage')[];

  /**
   * How many of the latest closed days a scheduled run asks for, unless the
   * configuration says `historyDays`. Absent: all there are.
   */
  defaultHistoryDays?: number;

  /**
   * The closed days within the span that the source can tell about, ascending.
   * Throws when the source as a whole can't be read; the message is shown to
   * people, so it names the remedy and holds neither secret nor address.
   */
  listDays(span: SourceSpan, options: SourceCallOptions): Promise<ListedDay[]>;

  /**
   * Reads some of {@link CostSource.listDays}: each of them once, in any order.
   * A day that can't be read or believed is told as a {@link FailedSourceDay} and
   * the others as they are. Throws when the source as a whole can't be read, and
   * what the signal was aborted with.
   */
  readDays(
    days: readonly string[],
    options: SourceCallOptions,
  ): AsyncIterable<SourceDay | FailedSourceDay>;

  /**
   * Share of the samples of a day that the monitoring behind the source holds,
   * from 0 to 1. It is asked before a day is booked that looks incomplete.
   * Undefined when that can't be told.
   */
  readSampleShare?(
    day: string,
    options: SourceCallOptions,
  ): Promise<number | undefined>;
}
