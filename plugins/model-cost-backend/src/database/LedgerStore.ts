import { BookedDay, DayTotals, UnbookedDay } from '../domain/bookDay';
import { Day } from '../domain/days';
import { Roller } from '../domain/rollUp/Roller';

/** What was booked of a day the last time. */
export interface KnownDay {
  day: Day;
  state: 'ok' | 'missing' | 'failed';
  mark?: string;
  /** Absent unless ok and a day of cost. */
  totals?: DayTotals;
}

/** A day to be booked. */
export interface DayBooking {
  sourceId: string;
  day: BookedDay | UnbookedDay;
  mark?: string;
  /** ISO 8601 in UTC. */
  readAt: string;
}

/** Writes the ledger, and the figures that follow from it. */
export interface LedgerStore {
  /** Current revisions, ascending. */
  listKnownDays(sourceId: string, from: Day, until: Day): Promise<KnownDay[]>;

  /**
   * Books a day as a new revision with its figures, all or nothing, unless it is
   * booked just so. A day that is ok stays so when it can't be read again.
   *
   * @returns whether a revision was written
   */
  bookDay(booking: DayBooking, roller: Roller): Promise<boolean>;

  /** Makes figures anew that another configuration made; gives how many days. */
  reroll(roller: Roller, signal: AbortSignal): Promise<number>;

  /** Has the figures of days made anew by the next {@link LedgerStore.reroll}. */
  forgetRollUps(sourceId: string, days: Day[]): Promise<void>;

  /** Notes that a source was looked at, and why that failed if it did. */
  recordCheck(sourceId: string, at: string, error?: string): Promise<void>;
}
