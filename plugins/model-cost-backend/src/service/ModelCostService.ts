import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  CostSourceList,
  CostSummary,
  CostSummaryGroupBy,
  ModelCost,
  ModelCostGroupBy,
  ModelCostList,
} from '@modelyard/plugin-model-cost-common';
import { ShownRow } from '../domain/buildModelCost';
import { Span } from '../domain/span';
import { SumRecord } from '../database/CostStore';

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
  rows: ShownRow[];
}

/** Everything that was spent in a span, before it is written as CSV. */
export interface Showback {
  currency: string;
  span: Span;
  sums: SumRecord[];
  unattributed: number;
  idle: number;
}

/** Options that every call takes last. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

/** What models cost. Model refs are entity refs; amounts are micros. */
export interface ModelCostService {
  getModelCost(
    ref: string,
    query: SpanQuery & { groupBy?: ModelCostGroupBy },
    options: CallOptions,
  ): Promise<ModelCost>;

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

  /** @param readable - refs of the Models whose groups are listed */
  getSummary(
    query: SpanQuery & {
      groupBy?: CostSummaryGroupBy;
      readable?: Set<string> | 'all';
    },
    options: CallOptions,
  ): Promise<CostSummary>;

  getShowback(query: SpanQuery, options: CallOptions): Promise<Showback>;

  listSources(options: CallOptions): Promise<CostSourceList>;
}
