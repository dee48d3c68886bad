import { PluginApiRequestOptions } from '@modelyard/plugin-model-catalog-common';
import { components, operations } from '../schema/openapi.generated';

type Schemas = components['schemas'];

/** Cost of one model per day and group; amounts in micros. @public */
export type ModelCost = Schemas['ModelCost'];
/** One group of a {@link ModelCost}. @public */
export type CostGroup = Schemas['CostGroup'];
/** Amounts by component, in micros. @public */
export type CostComponents = Schemas['Components'];
/** Cost of several models over one span. @public */
export type ModelCostList = Schemas['ModelCostList'];
/** One model of a {@link ModelCostList}. @public */
export type ModelCostRow = Schemas['ModelCostRow'];
/** Spend of the whole estate by one dimension. @public */
export type CostSummary = Schemas['CostSummary'];
/** One group of a {@link CostSummary}. @public */
export type CostSummaryItem = Schemas['SummaryItem'];
/** Booked cost against what the source bills for its assets. @public */
export type CostReconciliation = Schemas['Reconciliation'];
/** Which share of spend carries a model label. @public */
export type CostCoverage = Schemas['Coverage'];
/** How recent the figures of an answer are. @public */
export type CostFreshness = Schemas['Freshness'];
/** `ok`, `missing` or `failed`. @public */
export type CostDayState = Schemas['DayState'];
/** Health and freshness of a source. @public */
export type CostSourceStatus = Schemas['CostSource'];
/** Every source with its health. @public */
export type CostSourceList = Schemas['CostSourceList'];

/** What is known beside a cost. @public */
export type CostMeasures = Schemas['Measures'];
/** How cost that nobody caused alone is borne. @public */
export type CostAllocationRule = Schemas['AllocationRule'];
/** What a source says about its figures. @public */
export type CostNotice = Schemas['Notice'];
/** Cost of serving per request and token. @public */
export type UnitCosts = Schemas['UnitCosts'];
/** One group of {@link UnitCosts}. @public */
export type UnitCostGroup = Schemas['UnitCostGroup'];
/** An amount per unit, or why there is none. @public */
export type UnitCost = Schemas['UnitCost'];
/** What no model can be told for. @public */
export type UnlabelledWorkload = Schemas['UnlabelledWorkload'];
/** A page of {@link UnlabelledWorkload}. @public */
export type UnlabelledPage = Schemas['UnlabelledPage'];
/** A span of a source that is read again. @public */
export type CostBackfill = Schemas['Backfill'];
/** The latest backfills of a source. @public */
export type CostBackfillList = Schemas['BackfillList'];

/** Span and grouping of a model's cost; days inclusive, UTC. @public */
export type ModelCostQuery = NonNullable<
  operations['getModelCost']['parameters']['query']
>;
/** Models and span of a list of costs. @public */
export type ListModelCostsQuery =
  operations['listModelCosts']['parameters']['query'];
/** Span and grouping of a summary. @public */
export type CostSummaryQuery = NonNullable<
  operations['getSummary']['parameters']['query']
>;
/** Span of a showback export. @public */
export type ShowbackQuery = NonNullable<
  operations['getShowback']['parameters']['query']
>;
/** Span and grouping of unit costs. @public */
export type UnitCostsQuery = NonNullable<
  operations['getUnitCosts']['parameters']['query']
>;
/** Span and page of a list of unlabelled workloads. @public */
export type ListUnlabelledQuery = NonNullable<
  operations['listUnlabelled']['parameters']['query']
>;
/** Which days to read again. @public */
export type BackfillRequest =
  operations['backfillSource']['requestBody']['content']['application/json'];
/** Days, weeks or months. @public */
export type CostStep = NonNullable<ModelCostQuery['step']>;
/** By what a model's cost can be grouped. @public */
export type ModelCostGroupBy = NonNullable<ModelCostQuery['groupBy']>;
/** By what a summary can be grouped. @public */
export type CostSummaryGroupBy = NonNullable<CostSummaryQuery['groupBy']>;

/**
 * Model cost as its REST API offers it. `ref` is the entity ref of a Model, such
 * as `model:default/credit-risk`. Every call throws `ResponseError`.
 *
 * @public
 */
export interface ModelCostApi {
  getModelCost(
    ref: string,
    query: ModelCostQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ModelCost>;
  /** The same as CSV text, one line per day and group. */
  getModelCostCsv(
    ref: string,
    query: ModelCostQuery,
    options?: PluginApiRequestOptions,
  ): Promise<string>;
  /** At most 100 refs a call; models the caller can't read are left out. */
  listModelCosts(
    query: ListModelCostsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ModelCostList>;
  /** Cost of serving per 1,000 requests and per million tokens. */
  getUnitCosts(
    ref: string,
    query: UnitCostsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<UnitCosts>;
  getSummary(
    query: CostSummaryQuery,
    options?: PluginApiRequestOptions,
  ): Promise<CostSummary>;
  /** CSV text. */
  getShowback(
    query: ShowbackQuery,
    options?: PluginApiRequestOptions,
  ): Promise<string>;
  listUnlabelled(
    query: ListUnlabelledQuery,
    options?: PluginApiRequestOptions,
  ): Promise<UnlabelledPage>;
  listSources(options?: PluginApiRequestOptions): Promise<CostSourceList>;
  backfillSource(
    sourceId: string,
    request: BackfillRequest,
    options?: PluginApiRequestOptions,
  ): Promise<{ runId: string }>;
  listBackfills(
    sourceId: string,
    options?: PluginApiRequestOptions,
  ): Promise<CostBackfillList>;
  getBackfill(
    sourceId: string,
    runId: string,
    options?: PluginApiRequestOptions,
  ): Promise<CostBackfill>;
  stopBackfill(
    sourceId: string,
    runId: string,
    options?: PluginApiRequestOptions,
  ): Promise<CostBackfill>;
}
