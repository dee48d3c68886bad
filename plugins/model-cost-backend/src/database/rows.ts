import {
  CostComponent,
  costComponents,
} from '@modelyard/plugin-model-cost-common';
import { Amounts, noAmounts } from '../domain/amounts';
import {
  Attribution,
  Dimension,
  LabelDimension,
  labelDimensions,
  dimensions,
} from '../domain/attribution';
import { BookedUsage, usageMeasures, UsageMeasure } from '../domain/bookUsage';
import { Measure, measureNames, Measures } from '../domain/measures';

/** SQLite gives numbers for bigint, PostgreSQL text. */
export type Bigint = number | string;

/** Columns by name. */
export type Columns = Record<string, Bigint | null>;

/** A row of a recorded day. */
export type PlacedRow = Columns & { source_id: string; day: string };

export const dimensionColumns: Record<Dimension, string> = {
  model: 'model',
  version: 'version',
  environment: 'environment',
  service: 'service',
  owner: 'owner',
  tenant: 'tenant',
  costCenter: 'cost_center',
  activity: 'activity',
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
  idle: 'idle',
  rounding: 'rounding',
};

export const measureColumns: Record<Measure, string> = {
  cpuCoreHours: 'cpu_core_hours',
  ramGibHours: 'ram_gib_hours',
  gpuHours: 'gpu_hours',
  storageGibHours: 'storage_gib_hours',
  networkGib: 'network_gib',
  gpuHoursMeasured: 'gpu_hours_measured',
  gpuHoursUsed: 'gpu_hours_used',
  measured: 'measured',
  unused: 'unused',
  gpuApproximate: 'gpu_approximate',
};

const usageColumns: Record<UsageMeasure, string> = {
  requests: 'requests',
  failedRequests: 'failed_requests',
  promptTokens: 'prompt_tokens',
  generatedTokens: 'generated_tokens',
  gpuHoursUsed: 'gpu_hours_used',
  latencyP50: 'latency_p50',
  latencyP95: 'latency_p95',
  latencyP99: 'latency_p99',
};

// Spelled out: rows that are written by the million are to be plain objects.

export function toLabelRow(attribution: Attribution) {
  return {
    model: attribution.model ?? null,
    version: attribution.version ?? null,
    environment: attribution.environment ?? null,
    service: attribution.service ?? null,
    owner: attribution.owner ?? null,
    tenant: attribution.tenant ?? null,
    cost_center: attribution.costCenter ?? null,
  };
}

export function toAttributionRow(attribution: Attribution) {
  return {
    ...toLabelRow(attribution),
    activity: attribution.activity ?? null,
  };
}

/** In the ledger nothing is shared out yet. */
export function toLedgerAmountRow(amounts: Amounts) {
  return {
    cpu: amounts.cpu,
    ram: amounts.ram,
    gpu: amounts.gpu,
    storage: amounts.storage,
    network: amounts.network,
    load_balancer: amounts.loadBalancer,
    shared: amounts.shared,
    external: amounts.external,
    rounding: amounts.rounding,
    total: amounts.total,
  };
}

export function toAmountRow(amounts: Amounts) {
  return { ...toLedgerAmountRow(amounts), idle: amounts.idle };
}

export function toMeasureRow(measures: Measures): Columns {
  const columns: Columns = {};
  for (const name of measureNames)
    columns[measureColumns[name]] = measures[name] ?? null;
  return columns;
}

/** In the ledger they are only kept, never added up. */
export function toMeasureText(measures: Measures): string | null {
  const text = JSON.stringify(measures);
  return text === '{}' ? null : text;
}

export function fromMeasureText(text: Bigint | null | undefined): Measures {
  return known(text) ? JSON.parse(String(text)) : {};
}

export function toUsageRow(usage: BookedUsage): Columns {
  return Object.fromEntries(
    usageMeasures.map(name => [usageColumns[name], usage[name] ?? null]),
  );
}

function known(value: Bigint | null | undefined): value is Bigint {
  return value !== null && value !== undefined;
}

export function fromAttributionRow(
  row: Columns,
  names: readonly Dimension[] = dimensions,
): Attribution {
  const attribution: Attribution = {};
  for (const name of names) {
    const value = row[dimensionColumns[name]];
    if (known(value)) attribution[name] = String(value);
  }
  return attribution;
}

export function fromLabelRow(
  row: Columns,
): Partial<Record<LabelDimension, string>> {
  return fromAttributionRow(row, labelDimensions);
}

export function fromAmountRow(
  row: Columns,
  names: readonly CostComponent[] = costComponents,
): Amounts {
  const amounts = noAmounts();
  for (const component of names)
    amounts[component] = Number(row[amountColumns[component]] ?? 0);
  amounts.total = Number(row.total);
  return amounts;
}

export function fromMeasureRow(row: Columns): Measures {
  const measures: Measures = {};
  for (const name of measureNames) {
    const value = row[measureColumns[name]];
    if (known(value)) measures[name] = Number(value);
  }
  return measures;
}

export function fromUsageRow(row: Columns): BookedUsage {
  const usage: BookedUsage = { attribution: fromLabelRow(row) };
  for (const name of usageMeasures) {
    const value = row[usageColumns[name]];
    if (known(value)) usage[name] = Number(value);
  }
  return usage;
}
