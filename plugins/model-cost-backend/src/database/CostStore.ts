import { CostComponent } from '@modelyard/plugin-model-cost-common';
import { Amounts } from '../domain/amounts';
import { Attribution, Dimension } from '../domain/attribution';
import { BookedUsage } from '../domain/bookUsage';
import { Day } from '../domain/days';
import { Measures } from '../domain/measures';
import { RolledTotals, UnlabelledRow } from '../domain/rollUp/rollUpDay';

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
  /** Failed also where the day is booked and no figures can be made of it. */
  state: 'ok' | 'missing' | 'failed';
  message?: string;
  notices: string[];
  /** In the reporting currency; absent unless ok and a day of cost. */
  totals?: RolledTotals;
}

/** Attributed cost of one day and one set of labels. */
export interface RollupRecord {
  sourceId: string;
  day: Day;
  attribution: Attribution;
  amounts: Amounts;
  measures: Measures;
}

/** Attributed cost of a span by some labels. */
export interface SumRecord {
  attribution: Attribution;
  amounts: Amounts;
  measures: Measures;
}

/** Attributed cost of one day by some labels. */
export type DailyRecord = Omit<RollupRecord, 'measures'>;

/** A span by some labels, as a whole and day by day. */
export interface SeriesRecord {
  sums: SumRecord[];
  daily: DailyRecord[];
}

/** Whose cost; one of the two. */
export type RollupQuery = { ranges: SourceRange[] } & (
  { models: string[] } | { services: string[] }
);

/** Total of a span by some labels, in micros. */
export interface TotalRecord {
  attribution: Attribution;
  total: number;
}

export interface SumQuery {
  ranges: SourceRange[];
  dimensions: Dimension[];
  /** Only these model labels. */
  models?: string[];
}

export interface SeriesQuery extends SumQuery {
  /** Components of each day; the others are nil in it. Its total is always told. */
  components: readonly CostComponent[];
}

/** Use of a model on a day. */
export interface UsageRecord {
  sourceId: string;
  day: Day;
  usage: BookedUsage;
}

/** Whose use; records of either are given. */
export interface UsageQuery {
  ranges: SourceRange[];
  models: string[];
  services: string[];
}

/** A workload without a model, over a span. */
export interface UnlabelledRecord extends UnlabelledRow {
  sourceId: string;
  /** Days on which it cost something or nothing. */
  days: number;
  lastDay: Day;
}

export interface UnlabelledQuery {
  ranges: SourceRange[];
  offset: number;
  limit: number;
}

/** Reads figures. Days are as recorded. */
export interface CostStore {
  /**
   * Changes whenever anything of these sources was written or looked at, in
   * whichever process.
   */
  readStamp(ids: string[]): Promise<string>;

  /** One record per id, also for sources never looked at. */
  listSources(ids: string[]): Promise<SourceRecord[]>;

  listDays(ranges: SourceRange[]): Promise<DayRecord[]>;

  /** The latest days of a source that are not ok. */
  listProblems(sourceId: string, limit: number): Promise<DayRecord[]>;

  /** Cost of the models, or of the services, by day and labels. */
  listRollups(query: RollupQuery): Promise<RollupRecord[]>;

  /** Cost of models with all components, by some labels. */
  sumRollups(query: SumQuery): Promise<SumRecord[]>;

  /** The same as a whole and day by day, as of one moment. */
  readSeries(query: SeriesQuery): Promise<SeriesRecord>;

  /** The same day by day only. */
  listDaily(query: SeriesQuery): Promise<DailyRecord[]>;

  /** Totals of models by some labels; of all models by one label at any size. */
  sumTotals(query: SumQuery): Promise<TotalRecord[]>;

  /** Workloads without a model, the most expensive first. */
  listUnlabelled(
    query: UnlabelledQuery,
  ): Promise<{ items: UnlabelledRecord[]; totalItems: number }>;

  /** Use of the models and of the services, current revisions, by day. */
  listUsage(query: UsageQuery): Promise<UsageRecord[]>;
}
