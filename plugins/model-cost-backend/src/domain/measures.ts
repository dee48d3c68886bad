import { SourceAllocation } from '@modelyard/plugin-model-cost-node';
import { Amounts, toMicros } from './amounts';

/**
 * What is known beside a cost. Quantities are millionths of their unit, the rest
 * micros. Whole numbers, so that the order of adding changes nothing. What no row
 * tells is absent; what some rows tell is a sum over those, and `…Measured` says
 * over how much.
 */
export const measureNames = [
  'cpuCoreHours',
  'ramGibHours',
  'gpuHours',
  'storageGibHours',
  'networkGib',
  /** GPU-hours whose use is known. */
  'gpuHoursMeasured',
  /** GPU-hours that were busy. */
  'gpuHoursUsed',
  /** Cost of CPU and memory whose use is known. */
  'measured',
  /** Part of it that was set aside and not used: the idle of workloads. */
  'unused',
  /** Cost of GPUs that are slices or shared, and so only approximate. */
  'gpuApproximate',
] as const;

export type Measure = (typeof measureNames)[number];

export type Measures = Partial<Record<Measure, number>>;

export function addMeasures(target: Measures, other: Measures): void {
  for (const name of measureNames) {
    const value = other[name];
    if (value !== undefined) target[name] = (target[name] ?? 0) + value;
  }
}

/** Share of what was set aside that was not used, from 0 to 1. */
function unusedShare(aside?: number, used?: number): number | undefined {
  if (aside === undefined || used === undefined || aside <= 0) return undefined;
  return Math.min(1, Math.max(0, 1 - used / aside));
}

function unusedCost(row: SourceAllocation, amounts: Amounts): Measures {
  const { quantities = {} } = row;
  const shares = [
    [
      amounts.cpu,
      unusedShare(quantities.cpuCoreHours, quantities.cpuCoreHoursUsed),
    ],
    [
      amounts.ram,
      unusedShare(quantities.ramGibHours, quantities.ramGibHoursUsed),
    ],
  ] as const;
  const known = shares.filter(([, share]) => share !== undefined);
  if (!known.length) return {};
  return {
    measured: known.reduce((sum, [cost]) => sum + cost, 0),
    unused: known.reduce(
      (sum, [cost, share = 0]) => sum + Math.round(cost * share),
      0,
    ),
  };
}

/** Reads what a row tells beside its cost. */
export function toMeasures(row: SourceAllocation, amounts: Amounts): Measures {
  const { quantities = {} } = row;
  const { gpuHours, gpuHoursUsed } = quantities;
  const measures: Measures =
    row.kind === 'workload' ? unusedCost(row, amounts) : {};
  const note = (name: Measure, value?: number) => {
    if (value !== undefined) measures[name] = toMicros(value);
  };
  note('cpuCoreHours', quantities.cpuCoreHours);
  note('ramGibHours', quantities.ramGibHours);
  note('gpuHours', gpuHours);
  note('storageGibHours', quantities.storageGibHours);
  note('networkGib', quantities.networkGib);
  note('gpuHoursUsed', gpuHoursUsed);
  if (gpuHoursUsed !== undefined) note('gpuHoursMeasured', gpuHours);
  if (row.gpuSharing) measures.gpuApproximate = amounts.gpu;
  return measures;
}
