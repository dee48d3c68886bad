import {
  CostComponent,
  costComponents,
} from '@modelyard/plugin-model-cost-common';
import { Amounts, noAmounts } from '../domain/amounts';
import { Attribution, Dimension, dimensions } from '../domain/attribution';
import { DayRecord } from './CostStore';

/** SQLite gives numbers for bigint, PostgreSQL text. */
export type Bigint = number | string;

export const dimensionColumns: Record<Dimension, string> = {
  model: 'model',
  version: 'version',
  environment: 'environment',
  service: 'service',
  owner: 'owner',
  tenant: 'tenant',
  costCenter: 'cost_center',
};

export const amountColumns: Record<CostComponent, string> = {
  cpu: 'cpu',
  ram: 'ram',
  gpu: 'gpu',
  storage: 'storage',
  network: 'network',
  loadBalancer: 'load_balancer',
  shared: 'shared',
  external: 'external',
  rounding: 'rounding',
};

/** A row of `cost_days`. */
export interface DayRow {
  source_id: string;
  day: string;
  revision: number;
  is_current: boolean | number;
  state: DayRecord['state'];
  message: string | null;
  digest: string | null;
  read_at: string;
  currency: string | null;
  attributed: Bigint | null;
  unattributed: Bigint | null;
  unmounted: Bigint | null;
  idle: Bigint | null;
  total: Bigint | null;
  compute: Bigint | null;
  nodes: Bigint | null;
}

/** Columns of labels and amounts, by name. */
export type LabelledRow = Record<string, Bigint | null>;

export function toAttributionRow(attribution: Attribution): LabelledRow {
  return Object.fromEntries(
    dimensions.map(dimension => [
      dimensionColumns[dimension],
      attribution[dimension] ?? null,
    ]),
  );
}

export function toAmountRow(amounts: Amounts): LabelledRow {
  return Object.fromEntries([
    ...costComponents.map(c => [amountColumns[c], amounts[c]]),
    ['total', amounts.total],
  ]);
}

export function fromAttributionRow(row: LabelledRow): Attribution {
  const attribution: Attribution = {};
  for (const dimension of dimensions) {
    const value = row[dimensionColumns[dimension]];
    if (value !== null && value !== undefined)
      attribution[dimension] = String(value);
  }
  return attribution;
}

export function fromAmountRow(row: LabelledRow): Amounts {
  const amounts = noAmounts();
  for (const component of costComponents)
    amounts[component] = Number(row[amountColumns[component]]);
  amounts.total = Number(row.total);
  return amounts;
}

export function fromDayRow(row: DayRow): DayRecord {
  const record: DayRecord = {
    sourceId: row.source_id,
    day: row.day,
    revision: row.revision,
    state: row.state,
    message: row.message ?? undefined,
    currency: row.currency ?? undefined,
  };
  if (row.state !== 'ok') return record;
  return {
    ...record,
    totals: {
      attributed: Number(row.attributed),
      unattributed: Number(row.unattributed),
      unmounted: Number(row.unmounted),
      idle: Number(row.idle),
      total: Number(row.total),
      compute: Number(row.compute),
      nodes: row.nodes === null ? undefined : Number(row.nodes),
    },
  };
}
