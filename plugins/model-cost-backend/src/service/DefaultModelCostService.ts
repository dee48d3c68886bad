import { NotFoundError } from '@backstage/errors';
import {
  CostSourceList,
  CostSummary,
  CostSummaryGroupBy,
  ModelCost,
  ModelCostGroupBy,
  ModelCostList,
  toCoverage,
} from '@modelyard/plugin-model-cost-common';
import { CostStore, SumRecord } from '../database/CostStore';
import { dimensions, Dimension } from '../domain/attribution';
import { buildModelCost } from '../domain/buildModelCost';
import {
  addTotals,
  buildItems,
  reconcile,
  summaryDimensions,
} from '../domain/buildSummary';
import { Span } from '../domain/span';
import { LedgerReader, OpenLedger } from './LedgerReader';
import {
  ModelCostRows,
  ModelCostService,
  Showback,
  SpanQuery,
} from './ModelCostService';
import { ModelDirectory, ModelIndex } from './ModelDirectory';
import { toSourceList } from './toSourceList';

export interface ModelCostServiceOptions {
  store: CostStore;
  ledger: LedgerReader;
  directory: ModelDirectory;
  clock: () => Date;
}

/** {@link ModelCostService} on the ledger; asks nobody for permission. */
export class DefaultModelCostService implements ModelCostService {
  private constructor(private readonly options: ModelCostServiceOptions) {}

  static create(options: ModelCostServiceOptions): DefaultModelCostService {
    return new DefaultModelCostService(options);
  }

  async getModelCost(
    ref: string,
    query: SpanQuery & { groupBy?: ModelCostGroupBy },
  ): Promise<ModelCost> {
    const label = await this.labelOf(ref);
    const ledger = await this.options.ledger.open(query);
    const rows = await this.options.ledger.readRows(label, ledger);
    const { span, state, previousState } = ledger;
    const groupBy = query.groupBy ?? 'version';
    return {
      ...this.headOf(ledger),
      days: span.days,
      state,
      ...buildModelCost({ rows, span, state, previousState, groupBy }),
      coverage: toCoverage(addTotals(ledger.days)),
      freshness: ledger.freshness,
    };
  }

  async getModelCostRows(
    ref: string,
    query: SpanQuery & { groupBy?: ModelCostGroupBy },
  ): Promise<ModelCostRows> {
    const label = await this.labelOf(ref);
    const ledger = await this.options.ledger.open(query);
    const rows = await this.options.ledger.readRows(label, ledger);
    return {
      currency: this.options.ledger.currency,
      groupBy: query.groupBy ?? 'version',
      span: ledger.span,
      state: ledger.state,
      rows: rows.filter(row => row.day >= ledger.span.from),
    };
  }

  async listModelCosts(
    refs: string[],
    query: SpanQuery,
  ): Promise<ModelCostList> {
    const index = await this.options.directory.load(refs);
    const known = [...new Set(refs)].filter(ref => index.has(ref));
    const labels = known.flatMap(ref => index.labelOf(ref) ?? []);
    const ledger = await this.options.ledger.open(query);
    const rows = await this.options.ledger.readRows(labels, ledger);
    const { span, state, previousState } = ledger;
    const items = known.map(ref => {
      const label = index.labelOf(ref);
      const { groups, total, previousTotal } = buildModelCost({
        rows: rows.filter(
          row => label !== undefined && row.attribution.model === label,
        ),
        span,
        state,
        previousState,
        groupBy: 'none',
      });
      const perDay = groups[0]?.perDay ?? span.days.map(() => null);
      return { ref, total, previousTotal, perDay };
    });
    return {
      ...this.headOf(ledger),
      days: span.days,
      state: ledger.state,
      items,
      totalItems: items.length,
      freshness: ledger.freshness,
    };
  }

  async getSummary(
    query: SpanQuery & {
      groupBy?: CostSummaryGroupBy;
      readable?: Set<string> | 'all';
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
      sums: await this.sum(ledger, ledger.span, by, models),
      previousSums: isComparable
        ? await this.sum(ledger, ledger.previous, by, models)
        : undefined,
      refOf: model => index.refOf(model),
    });
    const totals = addTotals(ledger.days);
    const { unattributed, unmounted, idle, total } = totals;
    return {
      ...this.headOf(ledger),
      state: ledger.state,
      items,
      totalItems: items.length,
      ...(ledger.days.length ? { unattributed, unmounted, idle, total } : {}),
      reconciliation: reconcile(ledger.days),
      coverage: toCoverage(totals),
      freshness: ledger.freshness,
    };
  }

  async getShowback(query: SpanQuery): Promise<Showback> {
    const ledger = await this.options.ledger.open(query);
    const sums = await this.sum(ledger, ledger.span, [...dimensions]);
    const { unattributed, idle } = addTotals(ledger.days);
    const { span } = ledger;
    const { currency } = this.options.ledger;
    return { currency, span, sums, unattributed, idle };
  }

  async listSources(): Promise<CostSourceList> {
    const { store, ledger, clock } = this.options;
    const { calendar, views } = await ledger.readSources(clock());
    return toSourceList({
      views,
      calendar,
      currency: ledger.currency,
      listProblems: (id, limit) => store.listProblems(id, limit),
    });
  }

  private headOf({ span }: OpenLedger) {
    const { currency } = this.options.ledger;
    return { currency, from: span.from, to: span.to };
  }

  private async labelOf(ref: string): Promise<string[]> {
    const index = await this.options.directory.load([ref]);
    if (!index.has(ref))
      throw new NotFoundError(
        `No model ${ref} that you may read; check the name, or ask its owner for access`,
      );
    const label = index.labelOf(ref);
    return label === undefined ? [] : [label];
  }

  private sum(
    ledger: OpenLedger,
    span: Span,
    by: Dimension[],
    models?: string[],
  ): Promise<SumRecord[]> {
    return this.options.store.sumRollups({
      ranges: ledger.calendar.rangesOf(span.from, span.to),
      currency: this.options.ledger.currency,
      dimensions: by,
      models,
    });
  }
}

function toLabels(
  readable: Set<string> | 'all',
  index: ModelIndex,
): string[] | undefined {
  if (readable === 'all') return undefined;
  return [...readable].flatMap(ref => index.labelOf(ref) ?? []);
}
