import { Amounts } from '../domain/amounts';
import { Attribution, Dimension } from '../domain/attribution';
import { BookedDay, DayTotals, UnbookedDay } from '../domain/bookDay';
import { Day } from '../domain/days';

/** Recorded days of one source, both ends included. */
export interface SourceRange {
  sourceId: string;
  from: Day;
  to: Day;
}

/** What the ledger knows about a source; days as recorded. */
export interface SourceRecord {
  sourceId: string;
  checkedAt?: string;
  /** Why the last look at the source failed. */
  error?: string;
  firstDay?: Day;
  lastDay?: Day;
  lastOkDay?: Day;
  counts: { ok: number; missing: number; failed: number };
}

/** The current revision of a day. */
export interface DayRecord {
  sourceId: string;
  day: Day;
  revision: number;
  state: 'ok' | 'missing' | 'failed';
  message?: string;
  currency?: string;
  /** Absent unless ok. */
  totals?: DayTotals;
}

/** Attributed cost of one day and one set of labels. */
export interface RollupRecord {
  sourceId: string;
  day: Day;
  attribution: Attribution;
  amounts: Amounts;
}

/** Attributed cost of a span by some labels. */
export interface SumRecord {
  attribution: Attribution;
  amounts: Amounts;
}

export interface SumQuery {
  ranges: SourceRange[];
  currency: string;
  dimensions: Dimension[];
  /** Only these model labels. */
  models?: string[];
}

/** Keeps the ledger, its roll-up and what is known about each source. */
export interface CostStore {
  /**
   * Books days, each as a new revision unless it is already booked just so; all of
   * them or none. A day that is ok stays so when it can't be read again.
   *
   * @returns how many days were written
   */
  bookDays(
    sourceId: string,
    days: (BookedDay | UnbookedDay)[],
    readAt: string,
  ): Promise<number>;

  /** Notes that a source was looked at, and why that failed if it did. */
  recordCheck(sourceId: string, at: string, error?: string): Promise<void>;

  /** One record per id, also for sources never looked at. */
  listSources(ids: string[]): Promise<SourceRecord[]>;

  listDays(ranges: SourceRange[]): Promise<DayRecord[]>;

  /** The latest days of a source that are not ok. */
  listProblems(sourceId: string, limit: number): Promise<DayRecord[]>;

  /** Days of the models, by day and labels. */
  listRollups(
    models: string[],
    ranges: SourceRange[],
    currency: string,
  ): Promise<RollupRecord[]>;

  sumRollups(query: SumQuery): Promise<SumRecord[]>;
}
