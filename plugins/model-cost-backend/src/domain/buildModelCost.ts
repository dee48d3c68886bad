import {
  CostComponent,
  costComponents,
  CostDayState,
  CostGroup,
  CostMeasures,
  ModelCost,
  ModelCostGroupBy,
  unallocatedKey,
} from '@modelyard/plugin-model-cost-common';
import { addAmounts, Amounts, noAmounts, toComponents } from './amounts';
import { Attribution, Dimension } from './attribution';
import { Day } from './days';
import { addMeasures, Measures } from './measures';
import { Periods } from './Periods';
import { toShownMeasures } from './shownMeasures';

/** Attributed cost of one day as people see it, and one set of labels. */
export interface DailyRow {
  day: Day;
  attribution: Attribution;
  amounts: Amounts;
}

/** The same with what is known beside it. */
export interface ShownRow extends DailyRow {
  measures: Measures;
}

/** Attributed cost of a whole span, and one set of labels. */
export interface SpanSum {
  attribution: Attribution;
  amounts: Amounts;
  measures: Measures;
}

interface Part {
  key: string;
  amounts: Amounts;
}

export type ModelCostSeries = Pick<ModelCost, 'groups' | 'total' | 'measures'>;

const dimensionOf: Record<
  Exclude<ModelCostGroupBy, 'component' | 'none'>,
  Dimension
> = {
  version: 'version',
  environment: 'environment',
  service: 'service',
  tenant: 'tenant',
  owner: 'owner',
  'cost-center': 'costCenter',
  activity: 'activity',
};

/** The labels that an answer grouped so needs of each row. */
export function dimensionsFor(groupBy: ModelCostGroupBy): Dimension[] {
  return groupBy === 'component' || groupBy === 'none'
    ? []
    : [dimensionOf[groupBy]];
}

/** What is not training serves. */
export const servingActivity = 'serving';

function onlyComponent(amounts: Amounts, component: CostComponent): Amounts {
  const value = amounts[component];
  return { ...noAmounts(), [component]: value, total: value };
}

/** Splits a row by what the answer is grouped by. */
export function partsOf(
  { amounts, attribution }: Pick<DailyRow, 'amounts' | 'attribution'>,
  groupBy: ModelCostGroupBy,
): Part[] {
  if (groupBy === 'none') return [{ key: 'total', amounts }];
  if (groupBy === 'component')
    return costComponents
      .filter(component => amounts[component] !== 0)
      .map(key => ({ key, amounts: onlyComponent(amounts, key) }));
  const value = attribution[dimensionOf[groupBy]];
  const missing = groupBy === 'activity' ? servingActivity : unallocatedKey;
  return [{ key: value ?? missing, amounts }];
}

const collator = new Intl.Collator('en', { numeric: true });

/** Numbers within keys by value, rows without the label last. */
export function compareKeys(a: string, b: string): number {
  const last = Number(a === unallocatedKey) - Number(b === unallocatedKey);
  return last || collator.compare(a, b);
}

/** Total per key and period; a period without rows is absent. */
function addUpPeriods(
  daily: DailyRow[],
  groupBy: ModelCostGroupBy,
  periods: Periods,
): Map<string, Map<Day, number>> {
  const byKey = new Map<string, Map<Day, number>>();
  for (const row of daily)
    for (const { key, amounts } of partsOf(row, groupBy)) {
      const totals = byKey.get(key) ?? new Map<Day, number>();
      const start = periods.startOf(row.day);
      byKey.set(
        key,
        totals.set(start, (totals.get(start) ?? 0) + amounts.total),
      );
    }
  return byKey;
}

function toPerDay(
  totals: Map<Day, number> | undefined,
  periods: Periods,
): CostGroup['perDay'] {
  return periods.starts.map(start => totals?.get(start) ?? null);
}

function addUpSpan(
  sums: SpanSum[],
  groupBy: ModelCostGroupBy,
): Map<string, Omit<SpanSum, 'attribution'>> {
  const byKey = new Map<string, Omit<SpanSum, 'attribution'>>();
  for (const row of sums)
    for (const { key, amounts } of partsOf(row, groupBy)) {
      const sum = byKey.get(key) ?? { amounts: noAmounts(), measures: {} };
      addAmounts(sum.amounts, amounts);
      addMeasures(sum.measures, row.measures);
      byKey.set(key, sum);
    }
  return byKey;
}

function toGroups(
  { sums, daily }: { sums: SpanSum[]; daily: DailyRow[] },
  groupBy: ModelCostGroupBy,
  periods: Periods,
): CostGroup[] {
  const ofSpan = addUpSpan(sums, groupBy);
  const ofPeriods = addUpPeriods(daily, groupBy, periods);
  const groups = [...ofPeriods].map(([key, totals]): CostGroup => {
    const { amounts = noAmounts(), measures = {} } = ofSpan.get(key) ?? {};
    return {
      key,
      total: amounts.total,
      perDay: toPerDay(totals, periods),
      components: toComponents(amounts),
      // They are of workloads, not of their parts.
      ...(groupBy !== 'component' && { measures: toShownMeasures(measures) }),
    };
  });
  return groupBy === 'component'
    ? groups.sort((a, b) => orderOf(a.key) - orderOf(b.key))
    : groups.sort((a, b) => compareKeys(a.key, b.key));
}

function orderOf(key: string): number {
  return costComponents.findIndex(component => component === key);
}

function measuresOf(rows: SpanSum[]): CostMeasures {
  const sum: Measures = {};
  for (const { measures } of rows) addMeasures(sum, measures);
  return toShownMeasures(sum);
}

/** A total of days of which none is known is absent, not zero. */
function totalOf(
  rows: Pick<DailyRow, 'amounts'>[],
  state: CostDayState[],
): number | undefined {
  if (!rows.length && !state.includes('ok')) return undefined;
  return rows.reduce((sum, { amounts }) => sum + amounts.total, 0);
}

/** Series and total by what the answer is grouped by. */
export function buildModelCost(options: {
  sums: SpanSum[];
  daily: DailyRow[];
  state: CostDayState[];
  groupBy: ModelCostGroupBy;
  periods: Periods;
}): ModelCostSeries {
  const { sums, state, groupBy, periods } = options;
  return {
    groups: toGroups(options, groupBy, periods),
    measures: measuresOf(sums),
    total: totalOf(sums, state),
  };
}

/** One series of totals, as a list of models shows it. */
export function buildTotals(options: {
  daily: DailyRow[];
  state: CostDayState[];
  periods: Periods;
}): Pick<CostGroup, 'perDay'> & { total: number | undefined } {
  const { daily, state, periods } = options;
  const totals = addUpPeriods(daily, 'none', periods);
  return {
    total: totalOf(daily, state),
    perDay: toPerDay(totals.get('total'), periods),
  };
}
