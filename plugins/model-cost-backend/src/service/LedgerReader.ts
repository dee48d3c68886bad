import { LRUCache } from 'lru-cache';
import {
  CostAllocationRule,
  costComponents,
  CostDayState,
  CostFreshness,
  ModelCostGroupBy,
} from '@modelyard/plugin-model-cost-common';
import { ConfiguredSource, CostConfig } from '../config/readCostConfig';
import {
  CostStore,
  DailyRecord,
  DayRecord,
  SeriesQuery,
  SourceRecord,
} from '../database/CostStore';
import {
  DailyRow,
  dimensionsFor,
  ShownRow,
  SpanSum,
} from '../domain/buildModelCost';
import { CostCalendar } from '../domain/CostCalendar';
import { Day, lastClosedDay } from '../domain/days';
import {
  SourceHealth,
  toFreshness,
  toSourceHealth,
} from '../domain/sourceStatus';
import { previousSpan, readSpan, Span } from '../domain/span';
import { SpanQuery } from './ModelCostService';

const mostOpened = 100;

/** The days of a request, and of as many days before it. */
export interface OpenLedger {
  /** Of every figure. */
  currency: string;
  /** Of the sources of cost. */
  calendar: CostCalendar;
  span: Span;
  previous: Span;
  state: CostDayState[];
  previousState: CostDayState[];
  /** Days of the span that have figures. */
  days: DayRecord[];
  freshness: CostFreshness;
}

/** Which days of a span tell how models were used. */
export interface OpenUsage {
  /** Of the sources of usage. */
  calendar: CostCalendar;
  /** Days that every one of them has. */
  days: ReadonlySet<Day>;
}

/** A source with its record and health. */
export interface SourceView {
  source: ConfiguredSource;
  record: SourceRecord;
  health: SourceHealth;
}

export interface LedgerReaderOptions {
  store: CostStore;
  config: CostConfig;
  clock: () => Date;
}

/** Reads the ledger by the days that people see. */
export class LedgerReader {
  /** The days of a span change only when something is written or a day closes. */
  private readonly opened = new LRUCache<
    string,
    { stamp: string; ledger: OpenLedger }
  >({ max: mostOpened });

  private constructor(private readonly options: LedgerReaderOptions) {}

  static create(options: LedgerReaderOptions): LedgerReader {
    return new LedgerReader(options);
  }

  get currency(): string {
    return this.options.config.currency;
  }

  get allocation(): CostAllocationRule {
    return this.options.config.allocation;
  }

  /** The sources that tell cost, or usage, or all of them. */
  async readSources(
    now: Date,
    provided?: 'cost' | 'usage',
  ): Promise<{ calendar: CostCalendar; views: SourceView[] }> {
    const sources = this.sourcesOf(provided);
    const records = await this.options.store.listSources(
      sources.map(({ id }) => id),
    );
    const pairs = sources.map((source, i) => ({ source, record: records[i] }));
    const calendar = CostCalendar.create({
      sources: pairs.map(({ source, record }) => ({
        redate: source.redate,
        record,
      })),
      now,
    });
    const views = pairs.map(({ source, record }) => ({
      source,
      record,
      health: toSourceHealth(source, record, calendar, now),
    }));
    return { calendar, views };
  }

  private sourcesOf(provided?: 'cost' | 'usage'): ConfiguredSource[] {
    return this.options.config.sources.filter(
      ({ source }) => !provided || source.provides.includes(provided),
    );
  }

  /** @throws InvalidFieldsError when the span can't be */
  async open(query: SpanQuery): Promise<OpenLedger> {
    const now = this.options.clock();
    const stamp = await this.options.store.readStamp(
      this.sourcesOf('cost').map(({ id }) => id),
    );
    const key = `${lastClosedDay(now)} ${query.from} ${query.to}`;
    const known = this.opened.get(key);
    if (known?.stamp === stamp) return known.ledger;
    const ledger = await this.openAnew(readSpan(query, now), now);
    this.opened.set(key, { stamp, ledger });
    return ledger;
  }

  private async openAnew(span: Span, now: Date): Promise<OpenLedger> {
    const previous = previousSpan(span);
    const { calendar, views } = await this.readSources(now, 'cost');
    const records = await this.options.store.listDays(
      calendar.rangesOf(previous.from, span.to),
    );
    const isInSpan = (record: DayRecord) =>
      calendar.toShown(record.sourceId, record.day) >= span.from;
    const healths = views.map(({ health }) => health);
    return {
      currency: this.currency,
      calendar,
      span,
      previous,
      state: calendar.statesOf(span, records),
      previousState: calendar.statesOf(previous, records),
      days: records.filter(record => record.totals && isInSpan(record)),
      freshness: toFreshness(healths, 'cost', now),
    };
  }

  async openUsage(span: Span): Promise<OpenUsage> {
    const { calendar } = await this.readSources(this.options.clock(), 'usage');
    const records = await this.options.store.listDays(
      calendar.rangesOf(span.from, span.to),
    );
    const states = calendar.statesOf(span, records);
    const days = span.days.filter((_, index) => states[index] === 'ok');
    return { calendar, days: new Set(days) };
  }

  /**
   * Total of each model over as many days before the span. Undefined unless all of
   * them are ok, as a part of a span compares with nothing.
   */
  async readPreviousTotals(
    models: string[],
    { calendar, previous, previousState }: OpenLedger,
  ): Promise<Map<string, number> | undefined> {
    if (!previousState.every(state => state === 'ok')) return undefined;
    const sums = await this.options.store.sumTotals({
      ranges: calendar.rangesOf(previous.from, previous.to),
      dimensions: ['model'],
      models,
    });
    return new Map(
      sums.map(({ attribution, total }) => [attribution.model ?? '', total]),
    );
  }

  /** Rows of the models or of the services, of the span, with all their labels. */
  async readRows(
    whose: { models: string[] } | { services: string[] },
    { calendar, span }: OpenLedger,
  ): Promise<ShownRow[]> {
    const ranges = calendar.rangesOf(span.from, span.to);
    return this.shown(
      await this.options.store.listRollups({ ...whose, ranges }),
      calendar,
    );
  }

  /** What the models cost by what the answer is grouped by. */
  async readSeries(
    models: string[],
    ledger: OpenLedger,
    groupBy: ModelCostGroupBy,
  ): Promise<{ sums: SpanSum[]; daily: DailyRow[] }> {
    const { calendar, span } = ledger;
    const { sums, daily } = await this.options.store.readSeries({
      models,
      ranges: calendar.rangesOf(span.from, span.to),
      dimensions: dimensionsFor(groupBy),
      components: groupBy === 'component' ? costComponents : [],
    });
    return { sums, daily: this.shown(daily, calendar) };
  }

  /** The same day by day, with the components asked for. */
  async readDaily(
    models: string[],
    { calendar, span }: OpenLedger,
    by: Pick<SeriesQuery, 'dimensions' | 'components'>,
  ): Promise<DailyRow[]> {
    const ranges = calendar.rangesOf(span.from, span.to);
    return this.shown(
      await this.options.store.listDaily({ models, ranges, ...by }),
      calendar,
    );
  }

  private shown<R extends DailyRecord>(
    records: R[],
    calendar: CostCalendar,
  ): Omit<R, 'sourceId'>[] {
    return records.map(({ sourceId, ...row }) => ({
      ...row,
      day: calendar.toShown(sourceId, row.day),
    }));
  }
}

/** Currency and span of an answer. */
export function headOf({ currency, span }: OpenLedger) {
  return { currency, from: span.from, to: span.to };
}
