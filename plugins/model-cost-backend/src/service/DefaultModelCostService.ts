import { NotFoundError } from '@backstage/errors';
import {
  costComponents,
  CostSourceList,
  CostStep,
  CostSummary,
  ModelCost,
  ModelCostGroupBy,
  ModelCostList,
  toCoverage,
  UnitCosts,
  UnlabelledPage,
} from '@modelyard/plugin-model-cost-common';
import { CostStore } from '../database/CostStore';
import {
  buildModelCost,
  buildTotals,
  dimensionsFor,
} from '../domain/buildModelCost';
import { addTotals, toNotices } from '../domain/buildSummary';
import { UnitCostsGroupBy } from '../domain/buildUnitCosts';
import { Periods } from '../domain/Periods';
import { EstateReader } from './EstateReader';
import { headOf, LedgerReader } from './LedgerReader';
import {
  DailyShowback,
  ModelCostRows,
  ModelCostService,
  PageQuery,
  Showback,
  SpanQuery,
} from './ModelCostService';
import { ModelDirectory } from './ModelDirectory';
import { toSourceList } from './toSourceList';
import { UnitCostReader } from './UnitCostReader';

export interface ModelCostServiceOptions {
  store: CostStore;
  ledger: LedgerReader;
  directory: ModelDirectory;
  unitCosts: UnitCostReader;
  estate: EstateReader;
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
    query: SpanQuery & { groupBy?: ModelCostGroupBy; step?: CostStep },
  ): Promise<ModelCost> {
    const label = await this.labelOf(ref);
    const ledger = await this.options.ledger.open(query);
    const { groupBy = 'version', step = 'day' } = query;
    const series = await this.options.ledger.readSeries(label, ledger, groupBy);
    const before = await this.options.ledger.readPreviousTotals(label, ledger);
    const { span, state } = ledger;
    const periods = Periods.create(span, step);
    return {
      ...headOf(ledger),
      days: periods.starts,
      state: periods.statesOf(span, state),
      ...buildModelCost({ ...series, state, groupBy, periods }),
      previousTotal: before && (before.get(label[0]) ?? 0),
      allocation: this.options.ledger.allocation,
      notices: toNotices(ledger.days),
      coverage: toCoverage(addTotals(ledger.days)),
      freshness: ledger.freshness,
    };
  }

  async getUnitCosts(
    ref: string,
    query: SpanQuery & { groupBy?: UnitCostsGroupBy },
  ): Promise<UnitCosts> {
    return this.options.unitCosts.read(await this.labelOf(ref), query);
  }

  async getModelCostRows(
    ref: string,
    query: SpanQuery & { groupBy?: ModelCostGroupBy },
  ): Promise<ModelCostRows> {
    const label = await this.labelOf(ref);
    const ledger = await this.options.ledger.open(query);
    const { groupBy = 'version' } = query;
    const rows = await this.options.ledger.readDaily(label, ledger, {
      dimensions: dimensionsFor(groupBy),
      components: costComponents,
    });
    return {
      currency: this.options.ledger.currency,
      groupBy,
      span: ledger.span,
      state: ledger.state,
      rows,
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
    const rows = await this.options.ledger.readDaily(labels, ledger, {
      dimensions: ['model'],
      components: [],
    });
    const before = await this.options.ledger.readPreviousTotals(labels, ledger);
    const { span, state } = ledger;
    const periods = Periods.create(span, 'day');
    const items = known.map(ref => {
      const label = index.labelOf(ref);
      const daily = rows.filter(
        row => label !== undefined && row.attribution.model === label,
      );
      const previousTotal = before && (before.get(label ?? '') ?? 0);
      return {
        ref,
        previousTotal,
        ...buildTotals({ daily, state, periods }),
      };
    });
    return {
      ...headOf(ledger),
      days: span.days,
      state: ledger.state,
      items,
      totalItems: items.length,
      freshness: ledger.freshness,
    };
  }

  async getSummary(
    query: Parameters<EstateReader['summary']>[0],
  ): Promise<CostSummary> {
    return this.options.estate.summary(query);
  }

  async getShowback(
    query: Parameters<EstateReader['showback']>[0],
  ): Promise<Showback> {
    return this.options.estate.showback(query);
  }

  async getDailyShowback(
    query: Parameters<EstateReader['dailyShowback']>[0],
  ): Promise<DailyShowback> {
    return this.options.estate.dailyShowback(query);
  }

  async listUnlabelled(query: SpanQuery & PageQuery): Promise<UnlabelledPage> {
    return this.options.estate.unlabelled(query);
  }

  async listSources(): Promise<CostSourceList> {
    const { store, ledger, clock } = this.options;
    const { calendar, views } = await ledger.readSources(clock());
    return toSourceList({
      views,
      calendar,
      listProblems: (id, limit) => store.listProblems(id, limit),
    });
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
}
