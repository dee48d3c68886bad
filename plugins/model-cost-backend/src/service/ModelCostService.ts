import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CostSourceList,
  CostStep,
  CostSummary,
  CostSummaryGroupBy,
  ModelCost,
  ModelCostGroupBy,
  ModelCostList,
  UnitCosts,
  UnlabelledPage,
} from '@modelyard/plugin-model-cost-common';
import { FocusEntry } from '../csv/focusCsv';
import { DailyRow } from '../domain/buildModelCost';
import { Span } from '../domain/span';
import { SumRecord } from '../database/CostStore';
import { UnitCostsGroupBy } from '../domain/buildUnitCosts';

/** Days asked for, as in the request. */
export interface SpanQuery {
  from?: string;
  to?: string;
}

/** One model's days, before they are written as CSV. */
export interface ModelCostRows {
  currency: string;
  groupBy: ModelCostGroupBy;
  span: Span;
  state: ModelCost['state'];
  rows: DailyRow[];
}

/** Everything that was spent in a span, before it is written as CSV. */
export interface Showback {
  currency: string;
  span: Span;
  sums: SumRecord[];
  /** Absent for a caller who may not read every model. */
  rest?: { unattributed: number; idle: number };
}

/** The same, day by day, as it is read. */
export interface DailyShowback {
  currency: string;
  span: Span;
  days: AsyncIterable<FocusEntry[]>;
}

/** Refs of the Models that the caller may read. */
export type Readable = Set<string> | 'all';

/** Which page of a list. */
export interface PageQuery {
  cursor?: string;
  limit: number;
}

/** Options that every call takes last. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

/** What models cost. Model refs are entity refs; amounts are micros. */
export interface ModelCostService {
  getModelCost(
    ref: string,
    query: SpanQuery & { groupBy?: ModelCostGroupBy; step?: CostStep },
    options: CallOptions,
  ): Promise<ModelCost>;

  getUnitCosts(
    ref: string,
    query: SpanQuery & { groupBy?: UnitCostsGroupBy },
    options: CallOptions,
  ): Promise<UnitCosts>;

  getModelCostRows(
    ref: string,
    query: SpanQuery & { groupBy?: ModelCostGroupBy },
    options: CallOptions,
  ): Promise<ModelCostRows>;

  /** Refs that don't exist are left out. */
  listModelCosts(
    refs: string[],
    query: SpanQuery,
    options: CallOptions,
  ): Promise<ModelCostList>;

  /** @param readable - whose cost is told; default: everybody's */
  getSummary(
    query: SpanQuery & {
      groupBy?: CostSummaryGroupBy;
      readable?: Readable;
    },
    options: CallOptions,
  ): Promise<CostSummary>;

  /** @param readable - whose cost is told; default: everybody's */
  getShowback(
    query: SpanQuery & { readable?: Readable },
    options: CallOptions,
  ): Promise<Showback>;

  /** @param readable - whose cost is told; default: everybody's */
  getDailyShowback(
    query: SpanQuery & { readable?: Readable },
    options: CallOptions,
  ): Promise<DailyShowback>;

  /** Workloads without a model; nothing of them belongs to a Model. */
  listUnlabelled(
    query: SpanQuery & PageQuery,
    options: CallOptions,
  ): Promise<UnlabelledPage>;

  listSources(options: CallOptions): Promise<CostSourceList>;
}
