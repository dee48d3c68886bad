import {
  costComponents,
  microsToDecimal,
} from '@modelyard/plugin-model-cost-common';
import { stringify } from 'csv-stringify/sync';
import { Dimension } from '../domain/attribution';
import { Showback } from '../service/ModelCostService';
import { safeText } from './safeText';

const order: Dimension[] = [
  'costCenter',
  'owner',
  'tenant',
  'model',
  'version',
  'service',
  'environment',
  'activity',
];

/**
 * One line per set of labels, then one for what carries no model label and one
 * for idle capacity, so that the column `total` adds up to the whole bill.
 */
export function showbackCsv(showback: Showback): string {
  const { currency, span, sums, rest: others } = showback;
  const head = [span.from, span.to];
  const lines = sums
    .map(({ attribution, amounts }) => [
      ...head,
      'model',
      ...order.map(dimension => safeText(attribution[dimension] ?? '')),
      currency,
      microsToDecimal(amounts.total),
      ...costComponents.map(component => microsToDecimal(amounts[component])),
    ])
    .sort((a, b) => (a.join('\t') < b.join('\t') ? -1 : 1));
  const rest = Object.entries(others ?? {}).map(([kind, total]) => [
    ...head,
    kind,
    ...order.map(() => ''),
    currency,
    microsToDecimal(total),
    ...costComponents.map(() => ''),
  ]);
  const columns = ['from', 'to', 'kind'];
  const names = ['cost_center', ...order.slice(1)];
  return stringify([
    [...columns, ...names, 'currency', 'total', ...costComponents],
    ...lines,
    ...rest,
  ]);
}
