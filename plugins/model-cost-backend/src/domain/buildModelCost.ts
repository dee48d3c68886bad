import {
  CostComponent,
  costComponents,
  CostDayState,
  CostGroup,
  ModelCost,
  ModelCostGroupBy,
  unallocatedKey,
} from '@modelyard/plugin-model-cost-common';
import { addAmounts, Amounts, noAmounts, toComponents } from './amounts';
import { Attribution, Dimension } from './attribution';
import { Day } from './days';
import { addMeasures, Measures } from './measures';
import { Periods } from './Periods';
import { Span } from './span';
import { toShownMeasures } from './shownMeasures';

/** Attributed cost of one day as people see it, and one set of labels. */
export interface ShownRow {
  day: Day;
  attribution: Attribution;
  amounts: Amounts;
  measures: Measures;
}

interface Part {
  key: string;
  day: Day;
  amounts: Amounts;
  /** Absent where a part is one component, which has none of its own. */
  measures?: Measures;
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

/** What is not training serves. */
export const servingActivity = 'serving';

function onlyComponent(amounts: Amounts, component: CostComponent): Amounts {
  const value = amounts[component];
  return { ...noAmounts(), [component]: value, total: value };
}

/** Splits a row by what the answer is grouped by. */
export function partsOf(row: ShownRow, groupBy: ModelCostGroupBy): Part[] {
  const { day, amounts, attribution, measures } = row;
  if (groupBy === 'none') return [{ key: 'total', day, amounts, measures }];
  if (groupBy === 'component')
    return costComponents
      .filter(component => amounts[component] !== 0)
      .map(key => ({ key, day, amounts: onlyComponent(amounts, key) }));
  const value = attribution[dimensionOf[groupBy]];
  const missing = groupBy === 'activity' ? servingActivity : unallocatedKey;
  return [{ key: value ?? missing, day, amounts, measures }];
}

/** Numbers within keys by value, rows without the label last. */
export function compareKeys(a: string, b: string): number {
  const last = Number(a === unallocatedKey) - Number(b === unallocatedKey);
  return last || a.localeCompare(b, 'en', { numeric: true });
}

function toGroup(key: string, parts: Part[], periods: Periods): CostGroup {
  const sum = noAmounts();
  const known: Measures = {};
  const perPeriod = new Map<Day, number>();
  for (const { day, amounts, measures } of parts) {
    addAmounts(sum, amounts);
    if (measures) addMeasures(known, measures);
    const start = periods.startOf(day);
    perPeriod.set(start, (perPeriod.get(start) ?? 0) + amounts.total);
  }
  const hasMeasures = parts.some(({ measures }) => measures);
  return {
    key,
    total: sum.total,
    perDay: periods.starts.map(start => perPeriod.get(start) ?? null),
    components: toComponents(sum),
    ...(hasMeasures ? { measures: toShownMeasures(known) } : {}),
  };
}

export function toGroups(
  rows: ShownRow[],
  periods: Periods,
  groupBy: ModelCostGroupBy,
): CostGroup[] {
  const byKey = new Map<string, Part[]>();
  for (const part of rows.flatMap(row => partsOf(row, groupBy))) {
    const parts = byKey.get(part.key);
    if (parts) parts.push(part);
    else byKey.set(part.key, [part]);
  }
  const groups = [...byKey].map(([key, parts]) => toGroup(key, parts, periods));
  return groupBy === 'component'
    ? groups.sort((a, b) => orderOf(a.key) - orderOf(b.key))
    : groups.sort((a, b) => compareKeys(a.key, b.key));
}

function orderOf(key: string): number {
  return costComponents.findIndex(component => component === key);
}

function measuresOf(rows: ShownRow[]): Measures {
  const sum: Measures = {};
  for (const { measures } of rows) addMeasures(sum, measures);
  return sum;
}

export function totalOf(rows: ShownRow[]): number {
  return rows.reduce((sum, row) => sum + row.amounts.total, 0);
}

/**
 * Series and total. A total of days of which none is known is absent, not zero.
 */
export function buildModelCost(options: {
  rows: ShownRow[];
  span: Span;
  state: CostDayState[];
  groupBy: ModelCostGroupBy;
  periods?: Periods;
}): ModelCostSeries {
  const { rows, span, state, groupBy } = options;
  const { periods = Periods.create(span, 'day') } = options;
  const isKnown = rows.length > 0 || state.includes('ok');
  return {
    groups: toGroups(rows, periods, groupBy),
    measures: toShownMeasures(measuresOf(rows)),
    total: isKnown ? totalOf(rows) : undefined,
  };
}
