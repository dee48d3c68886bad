import {
  CostDayState,
  CostFreshness,
} from '@modelyard/plugin-model-cost-common';
import { ConfiguredSource, CostConfig } from '../config/readCostConfig';
import {
  CostStore,
  DayRecord,
  SourceRange,
  SourceRecord,
} from '../database/CostStore';
import { ShownRow } from '../domain/buildModelCost';
import { CostCalendar } from '../domain/CostCalendar';
import {
  SourceHealth,
  toFreshness,
  toSourceHealth,
} from '../domain/sourceStatus';
import { previousSpan, readSpan, Span } from '../domain/span';
import { SpanQuery } from './ModelCostService';

/** The days of a request, and of as many days before it. */
export interface OpenLedger {
  calendar: CostCalendar;
  span: Span;
  previous: Span;
  state: CostDayState[];
  previousState: CostDayState[];
  /** Usable days of the span. */
  days: DayRecord[];
  freshness: CostFreshness;
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
  private constructor(private readonly options: LedgerReaderOptions) {}

  static create(options: LedgerReaderOptions): LedgerReader {
    return new LedgerReader(options);
  }

  get currency(): string {
    return this.options.config.currency;
  }

  async readSources(
    now: Date,
  ): Promise<{ calendar: CostCalendar; views: SourceView[] }> {
    const { sources } = this.options.config;
    const records = await this.options.store.listSources(
      sources.map(({ id }) => id),
    );
    const pairs = sources.map((source, i) => ({ source, record: records[i] }));
    const calendar = CostCalendar.create({
      sources: pairs.map(({ source, record }) => ({
        redate: source.redate,
        record,
      })),
      currency: this.currency,
      now,
    });
    const views = pairs.map(({ source, record }) => ({
      source,
      record,
      health: toSourceHealth(source, record, calendar, now),
    }));
    return { calendar, views };
  }

  /** @throws InvalidFieldsError when the span can't be */
  async open(query: SpanQuery): Promise<OpenLedger> {
    const now = this.options.clock();
    const span = readSpan(query, now);
    const previous = previousSpan(span);
    const { calendar, views } = await this.readSources(now);
    const records = await this.options.store.listDays(
      calendar.rangesOf(previous.from, span.to),
    );
    const isInSpan = (record: DayRecord) =>
      calendar.toShown(record.sourceId, record.day) >= span.from;
    return {
      calendar,
      span,
      previous,
      state: calendar.statesOf(span, records),
      previousState: calendar.statesOf(previous, records),
      days: calendar.usable(records).filter(isInSpan),
      freshness: toFreshness(views.map(({ health }) => health)),
    };
  }

  /** Rows of the models, of the span and of the days before it. */
  async readRows(models: string[], ledger: OpenLedger): Promise<ShownRow[]> {
    const { calendar, span, previous } = ledger;
    const ranges: SourceRange[] = calendar.rangesOf(previous.from, span.to);
    const records = await this.options.store.listRollups(
      models,
      ranges,
      this.currency,
    );
    return records.map(({ sourceId, day, attribution, amounts }) => ({
      day: calendar.toShown(sourceId, day),
      attribution,
      amounts,
    }));
  }
}
