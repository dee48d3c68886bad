import {
  CostFreshness,
  CostSummary,
  ModelCost,
  UnitCost,
  UnitCostGroup,
  UnitCosts,
  UnlabelledWorkload,
} from '@modelyard/plugin-model-cost-common';
import { formatMoney, formatShare } from './formatMoney';
import { Table } from './Table';

/** How far the figures can be trusted, for a note below a table. */
export function formatTrust(
  freshness: CostFreshness,
  state: readonly string[],
  attributed?: number,
): string {
  const known = state.filter(day => day === 'ok').length;
  const parts = [
    `closed until ${freshness.closedUntil ?? 'unknown'}`,
    `${known} of ${state.length} days complete`,
  ];
  if (attributed !== undefined)
    parts.push(`${formatShare(attributed)} of all spend carries a model`);
  if (freshness.sources.some(({ exampleDates }) => exampleDates))
    parts.push('example data, dates moved');
  return `${parts.join(', ')}.`;
}

/** Groups of a model's cost. */
export function formatCost(cost: ModelCost): string {
  const money = (micros: number | undefined) =>
    formatMoney(micros, cost.currency);
  const table = Table.create<ModelCost['groups'][number]>({
    columns: [
      { title: 'GROUP', value: row => row.key },
      { title: 'TOTAL', align: 'right', value: row => money(row.total) },
      {
        title: 'SHARE',
        align: 'right',
        value: row => formatShare(row.total / (cost.total || NaN)),
      },
      {
        title: 'GPU',
        align: 'right',
        value: row => row.components.gpu && money(row.components.gpu),
      },
      {
        title: 'GPU HOURS',
        align: 'right',
        value: row => row.measures?.gpuHours || undefined,
      },
    ],
  });
  return table.format(cost.groups);
}

/** Groups of the estate, then what belongs to none. */
export function formatSummary(summary: CostSummary): string {
  const { items, idle, unattributed, currency } = summary;
  const rest = [
    { key: '(no model)', total: unattributed },
    { key: '(idle)', total: idle },
  ].filter(({ total }) => total !== undefined);
  const rows: { key: string; total?: number; change?: number }[] = [
    ...items,
    ...rest,
  ];
  const table = Table.create<(typeof rows)[number]>({
    columns: [
      { title: 'GROUP', value: row => row.key },
      {
        title: 'TOTAL',
        align: 'right',
        value: row => formatMoney(row.total, currency),
      },
      {
        title: 'CHANGE',
        align: 'right',
        value: row => formatMoney(row.change, currency),
      },
    ],
  });
  return table.format(rows);
}

function formatUnit(unit: UnitCost, currency: string): string {
  if (unit.amount !== undefined)
    return formatMoney(unit.amount, currency) ?? '';
  return (unit.reason ?? 'unknown').replaceAll('_', ' ');
}

/** Cost per request and token, or why there is none. */
export function formatUnits({ groups, currency }: UnitCosts): string {
  const table = Table.create<UnitCostGroup>({
    columns: [
      { title: 'GROUP', value: row => row.key },
      { title: 'DAYS', align: 'right', value: row => row.days },
      {
        title: 'COST',
        align: 'right',
        value: row => formatMoney(row.cost, currency),
      },
      { title: 'REQUESTS', align: 'right', value: row => row.requests },
      {
        title: 'PER 1000 REQUESTS',
        align: 'right',
        value: row => formatUnit(row.per1000Requests, currency),
      },
      {
        title: 'PER MILLION TOKENS',
        align: 'right',
        value: row => formatUnit(row.perMillionTokens, currency),
      },
      {
        title: 'P95 (S)',
        align: 'right',
        value: row => row.latencySeconds?.p95,
      },
    ],
  });
  return table.format(groups);
}

/** Workloads without a model. */
export function formatUnlabelled(
  rows: UnlabelledWorkload[],
  currency: string,
): string {
  const table = Table.create<UnlabelledWorkload>({
    columns: [
      {
        title: 'TOTAL',
        align: 'right',
        value: row => formatMoney(row.total, currency),
      },
      { title: 'DAYS', align: 'right', value: row => row.days },
      { title: 'KIND', value: row => row.pool ?? row.kind },
      { title: 'CLUSTER', value: row => row.cluster },
      { title: 'NAMESPACE', value: row => row.namespace },
      {
        title: 'CONTROLLER',
        value: row =>
          [row.controllerKind, row.controller].filter(Boolean).join('/'),
      },
      { title: 'SERVICE', value: row => row.service },
      { title: 'OWNER', value: row => row.owner },
    ],
  });
  return table.format(rows);
}
