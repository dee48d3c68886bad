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
import { Attribution } from './attribution';
import { Day } from './days';
import { Span } from './span';

/** Attributed cost of one day as people see it, and one set of labels. */
export interface ShownRow {
  day: Day;
  attribution: Attribution;
  amounts: Amounts;
}

interface Part {
  key: string;
  day: Day;
  amounts: Amounts;
}

export type ModelCostSeries = Pick<
  ModelCost,
  'groups' | 'total' | 'previousTotal'
>;

function onlyComponent(amounts: Amounts, component: CostComponent): Amounts {
  const value = amounts[component];
  return { ...noAmounts(), [component]: value, total: value };
}

/** Splits a row by what the answer is grouped by. */
export function partsOf(row: ShownRow, groupBy: ModelCostGroupBy): Part[] {
  const { day, amounts, attribution } = row;
  if (groupBy === 'none') return [{ key: 'total', day, amounts }];
  if (groupBy !== 'component')
    return [{ key: attribution[groupBy] ?? unallocatedKey, day, amounts }];
  return costComponents
    .filter(component => amounts[component] !== 0)
    .map(key => ({ key, day, amounts: onlyComponent(amounts, key) }));
}

/** Numbers within keys by value, rows without the label last. */
export function compareKeys(a: string, b: string): number {
  const last = Number(a === unallocatedKey) - Number(b === unallocatedKey);
  return last || a.localeCompare(b, 'en', { numeric: true });
}

function toGroup(key: string, parts: Part[], days: Day[]): CostGroup {
  const sum = noAmounts();
  const perDay = new Map<Day, number>();
  for (const { day, amounts } of parts) {
    addAmounts(sum, amounts);
    perDay.set(day, (perDay.get(day) ?? 0) + amounts.total);
  }
  return {
    key,
    total: sum.total,
    perDay: days.map(day => perDay.get(day) ?? null),
    components: toComponents(sum),
  };
}

export function toGroups(
  rows: ShownRow[],
  days: Day[],
  groupBy: ModelCostGroupBy,
): CostGroup[] {
  const byKey = new Map<string, Part[]>();
  for (const part of rows.flatMap(row => partsOf(row, groupBy))) {
    const parts = byKey.get(part.key);
    if (parts) parts.push(part);
    else byKey.set(part.key, [part]);
  }
  const groups = [...byKey].map(([key, parts]) => toGroup(key, parts, days));
  return groupBy === 'component'
    ? groups.sort((a, b) => orderOf(a.key) - orderOf(b.key))
    : groups.sort((a, b) => compareKeys(a.key, b.key));
}

function orderOf(key: string): number {
  return costComponents.findIndex(component => component === key);
}

export function totalOf(rows: ShownRow[]): number {
  return rows.reduce((sum, row) => sum + row.amounts.total, 0);
}

/**
 * Series, total and the total of the days before. A total of days of which none is
 * known is absent, not zero; that of the days before is there only when every one
 * of them is ok, as a part of a span compares with nothing.
 */
export function buildModelCost(options: {
  rows: ShownRow[];
  span: Span;
  state: CostDayState[];
  previousState: CostDayState[];
  groupBy: ModelCostGroupBy;
}): ModelCostSeries {
  const { rows, span, state, previousState, groupBy } = options;
  const now = rows.filter(row => row.day >= span.from);
  const before = rows.filter(row => row.day < span.from);
  const isKnown = now.length > 0 || state.includes('ok');
  return {
    groups: toGroups(now, span.days, groupBy),
    total: isKnown ? totalOf(now) : undefined,
    previousTotal: previousState.every(dayState => dayState === 'ok')
      ? totalOf(before)
      : undefined,
  };
}
