import {
  costComponents,
  microsToDecimal,
  ModelCostGroupBy,
} from '@modelyard/plugin-model-cost-common';
import { stringify } from 'csv-stringify/sync';
import { addAmounts, Amounts, noAmounts } from '../domain/amounts';
import { compareKeys, DailyRow, partsOf } from '../domain/buildModelCost';
import { ModelCostRows } from '../service/ModelCostService';
import { safeText } from './safeText';

function addUp(
  rows: DailyRow[],
  groupBy: ModelCostGroupBy,
): [string, Amounts][] {
  const byKey = new Map<string, Amounts>();
  for (const { key, amounts } of rows.flatMap(row => partsOf(row, groupBy))) {
    const sum = byKey.get(key) ?? noAmounts();
    addAmounts(sum, amounts);
    byKey.set(key, sum);
  }
  return [...byKey].sort(([a], [b]) => compareKeys(a, b));
}

/** One line per day and group; a day without rows has one line without amounts. */
export function modelCostCsv(cost: ModelCostRows): string {
  const byDay = new Map<string, DailyRow[]>();
  for (const row of cost.rows)
    byDay.set(row.day, [...(byDay.get(row.day) ?? []), row]);
  const lines = cost.span.days.flatMap((day, index) => {
    const head = [day, cost.state[index]];
    const groups = addUp(byDay.get(day) ?? [], cost.groupBy);
    if (!groups.length)
      return [
        [...head, '', cost.currency, '', ...costComponents.map(() => '')],
      ];
    return groups.map(([key, amounts]) => [
      ...head,
      safeText(key),
      cost.currency,
      microsToDecimal(amounts.total),
      ...costComponents.map(component => microsToDecimal(amounts[component])),
    ]);
  });
  const columns = ['date', 'state', cost.groupBy, 'currency', 'total'];
  return stringify([[...columns, ...costComponents], ...lines]);
}
