import {
  decodeCursor,
  encodeCursor,
} from '@modelyard/plugin-model-catalog-node';
import {
  CostSummary,
  CostSummaryGroupBy,
  toCoverage,
  UnlabelledPage,
} from '@modelyard/plugin-model-cost-common';
import { FocusEntry } from '../csv/focusCsv';
import { CostStore, SumRecord, TotalRecord } from '../database/CostStore';
import { dimensions, Dimension } from '../domain/attribution';
import {
  addTotals,
  buildItems,
  reconcile,
  summaryDimensions,
  toNotices,
} from '../domain/buildSummary';
import { Span } from '../domain/span';
import { headOf, LedgerReader, OpenLedger } from './LedgerReader';
import {
  DailyShowback,
  PageQuery,
  Readable,
  Showback,
  SpanQuery,
} from './ModelCostService';
import { ModelDirectory, ModelIndex } from './ModelDirectory';

export interface EstateReaderOptions {
  store: CostStore;
  ledger: LedgerReader;
  directory: ModelDirectory;
}

/** Reads what the whole estate cost, or what some of its models did. */
export class EstateReader {
  private constructor(private readonly options: EstateReaderOptions) {}

  static create(options: EstateReaderOptions): EstateReader {
    return new EstateReader(options);
  }

  async summary(
    query: SpanQuery & {
      groupBy?: CostSummaryGroupBy;
      readable?: Readable;
    },
  ): Promise<CostSummary> {
    const { groupBy = 'model', readable = 'all' } = query;
    const index = await this.options.directory.load();
    const models = toLabels(readable, index);
    const ledger = await this.options.ledger.open(query);
    const by = summaryDimensions(groupBy);
    const isComparable = [...ledger.state, ...ledger.previousState].every(
      state => state === 'ok',
    );
    const items = buildItems({
      groupBy,
      sums: await this.totals(ledger, ledger.span, by, models),
      previousSums: isComparable
        ? await this.totals(ledger, ledger.previous, by, models)
        : undefined,
      refOf: model => index.refOf(model),
    });
    return {
      ...headOf(ledger),
      state: ledger.state,
      items,
      totalItems: items.length,
      allocation: this.options.ledger.allocation,
      freshness: ledger.freshness,
      ...(readable === 'all' ? wholeOf(ledger) : partOf(ledger, items)),
    };
  }

  async showback(
    query: SpanQuery & { readable?: Readable },
  ): Promise<Showback> {
    const { readable = 'all' } = query;
    const index = await this.options.directory.load();
    const ledger = await this.options.ledger.open(query);
    const sums = await this.sum(
      ledger,
      ledger.span,
      [...dimensions],
      toLabels(readable, index),
    );
    const { unattributed, idle } = addTotals(ledger.days);
    const { span } = ledger;
    const { currency } = this.options.ledger;
    const rest = readable === 'all' ? { unattributed, idle } : undefined;
    return { currency, span, sums, rest };
  }

  async dailyShowback(
    query: SpanQuery & { readable?: Readable },
  ): Promise<DailyShowback> {
    const { readable = 'all' } = query;
    const index = await this.options.directory.load();
    const ledger = await this.options.ledger.open(query);
    const models = toLabels(readable, index);
    const { currency, span } = ledger;
    return { currency, span, days: this.eachDay(ledger, models) };
  }

  /** One query a day, so that a long span needs no more memory than a short one. */
  private async *eachDay(
    ledger: OpenLedger,
    models?: string[],
  ): AsyncIterable<FocusEntry[]> {
    const { calendar, span, days } = ledger;
    for (const day of span.days) {
      const sums = await this.sum(
        ledger,
        { from: day, to: day },
        [...dimensions],
        models,
      );
      const entries: FocusEntry[] = sums.map(({ attribution, amounts }) => ({
        day,
        kind: 'model',
        attribution,
        amounts,
        total: amounts.total,
      }));
      const ofDay = days.filter(
        record => calendar.toShown(record.sourceId, record.day) === day,
      );
      const { unattributed, idle } = addTotals(ofDay);
      if (!models && ofDay.length)
        entries.push(
          { day, kind: 'unattributed', attribution: {}, total: unattributed },
          { day, kind: 'idle', attribution: {}, total: idle },
        );
      yield entries;
    }
  }

  async unlabelled(query: SpanQuery & PageQuery): Promise<UnlabelledPage> {
    const ledger = await this.options.ledger.open(query);
    const { calendar, span } = ledger;
    const offset = readOffset(query.cursor);
    const page = await this.options.store.listUnlabelled({
      ranges: calendar.rangesOf(span.from, span.to),
      offset,
      limit: query.limit,
    });
    const end = offset + page.items.length;
    return {
      ...headOf(ledger),
      items: page.items.map(item => ({
        ...item,
        lastDay: calendar.toShown(item.sourceId, item.lastDay),
      })),
      totalItems: page.totalItems,
      ...(end < page.totalItems && { nextCursor: encodeCursor([end]) }),
    };
  }

  private totals(
    ledger: OpenLedger,
    span: Pick<Span, 'from' | 'to'>,
    by: Dimension[],
    models?: string[],
  ): Promise<TotalRecord[]> {
    return this.options.store.sumTotals({
      ranges: ledger.calendar.rangesOf(span.from, span.to),
      dimensions: by,
      models,
    });
  }

  private sum(
    ledger: OpenLedger,
    span: Pick<Span, 'from' | 'to'>,
    by: Dimension[],
    models?: string[],
  ): Promise<SumRecord[]> {
    return this.options.store.sumRollups({
      ranges: ledger.calendar.rangesOf(span.from, span.to),
      dimensions: by,
      models,
    });
  }
}

function readOffset(cursor: string | undefined): number {
  return Number(decodeCursor(cursor, 1)?.[0] ?? 0);
}

/** Figures of the whole estate. */
function wholeOf({ days }: OpenLedger) {
  const { attributed, ...totals } = addTotals(days);
  return {
    scope: 'all' as const,
    ...(days.length ? totals : {}),
    reconciliation: reconcile(days),
    coverage: toCoverage({ attributed, ...totals }),
    notices: toNotices(days),
  };
}

/** Figures of some models: nothing here tells what the others cost. */
function partOf({ days }: OpenLedger, items: CostSummary['items']) {
  const total = items.reduce((sum, item) => sum + item.total, 0);
  return {
    scope: 'readable' as const,
    ...(days.length ? { total } : {}),
    reconciliation: { days: 0 },
    notices: [],
  };
}

function toLabels(
  readable: Set<string> | 'all',
  index: ModelIndex,
): string[] | undefined {
  if (readable === 'all') return undefined;
  return [...readable].flatMap(ref => index.labelOf(ref) ?? []);
}
