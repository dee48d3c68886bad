import {
  UnitCost,
  UnitCostGroup,
  UnitCosts,
  unallocatedKey,
} from '@modelyard/plugin-model-cost-common';
import { Dimension } from './attribution';
import { BookedUsage } from './bookUsage';
import { compareKeys, ShownRow } from './buildModelCost';
import { Day } from './days';
import { addMeasures, Measures } from './measures';

/** Use on one day as people see it. */
export interface ShownUsage {
  day: Day;
  usage: BookedUsage;
}

/** By what unit costs can be grouped. */
export type UnitCostsGroupBy =
  'none' | 'version' | 'environment' | 'service' | 'tenant';

export interface BuildUnitCostsOptions {
  rows: ShownRow[];
  usage: ShownUsage[];
  /** Days on which the state of cost, and of usage, is ok. */
  costDays: ReadonlySet<Day>;
  usageDays: ReadonlySet<Day>;
  groupBy: UnitCostsGroupBy;
  minimumVolume: { requests: number; tokens: number };
}

const counts = [
  'requests',
  'failedRequests',
  'promptTokens',
  'generatedTokens',
] as const;
const quantiles = [
  ['p50', 'latencyP50'],
  ['p95', 'latencyP95'],
  ['p99', 'latencyP99'],
] as const;

interface Group {
  costs: Map<Day, number>;
  gpuCost: number;
  measures: Measures;
  usage: ShownUsage[];
}

function keyOf(
  attribution: ShownRow['attribution'],
  groupBy: UnitCostsGroupBy,
): string {
  if (groupBy === 'none') return 'total';
  const dimension: Dimension = groupBy;
  return attribution[dimension] ?? unallocatedKey;
}

function groupUp(options: BuildUnitCostsOptions): Map<string, Group> {
  const groups = new Map<string, Group>();
  const at = (key: string): Group => {
    const group = groups.get(key) ?? {
      costs: new Map(),
      gpuCost: 0,
      measures: {},
      usage: [],
    };
    groups.set(key, group);
    return group;
  };
  for (const { day, attribution, amounts, measures } of options.rows) {
    // A training run answers no request.
    if (attribution.activity !== undefined) continue;
    const group = at(keyOf(attribution, options.groupBy));
    group.costs.set(day, (group.costs.get(day) ?? 0) + amounts.total);
    group.gpuCost += amounts.gpu;
    addMeasures(group.measures, measures);
  }
  for (const shown of options.usage)
    at(keyOf(shown.usage.attribution, options.groupBy)).usage.push(shown);
  return groups;
}

function sumOf(
  usage: ShownUsage[],
  name: (typeof counts)[number],
): number | undefined {
  const known = usage.flatMap(({ usage: of }) => of[name] ?? []);
  return known.length ? known.reduce((sum, n) => sum + n, 0) : undefined;
}

function toUnitCost(options: {
  cost: number | undefined;
  volume: number | undefined;
  per: number;
  minimumVolume: number;
}): UnitCost {
  const { cost, volume, per, minimumVolume } = options;
  const without = (reason: UnitCost['reason']): UnitCost => ({
    volume,
    minimumVolume,
    reason,
  });
  if (volume === undefined) return without('no_usage');
  if (cost === undefined) return without('no_cost');
  if (volume === 0) return without('no_volume');
  if (volume < minimumVolume) return without('below_minimum');
  const amount = Math.round((cost * per) / volume);
  return { amount, volume, minimumVolume };
}

/** Quantiles of days don't add up; the worst day is the one to know. */
function worstLatency(usage: ShownUsage[]): UnitCostGroup['latencySeconds'] {
  const latency: NonNullable<UnitCostGroup['latencySeconds']> = {};
  for (const [name, column] of quantiles) {
    const known = usage.flatMap(({ usage: of }) => of[column] ?? []);
    if (known.length) latency[name] = Math.max(...known) / 1e6;
  }
  return Object.keys(latency).length ? latency : undefined;
}

/** A meter of GPUs is believed before what a cost source says of their use. */
function gpuOf({ gpuCost, measures, usage }: Group): UnitCostGroup['gpu'] {
  const metered = usage.flatMap(({ usage: of }) => of.gpuHoursUsed ?? []);
  const used = metered.length
    ? metered.reduce((sum, hours) => sum + hours, 0)
    : measures.gpuHoursUsed;
  const hours = measures.gpuHours;
  if (gpuCost === 0 && !hours) return undefined;
  return {
    cost: gpuCost,
    approximate: measures.gpuApproximate,
    hours: hours === undefined ? undefined : hours / 1e6,
    hoursUsed: used === undefined ? undefined : used / 1e6,
  };
}

function tokensOf(usage: ShownUsage[]): number | undefined {
  const parts = [
    sumOf(usage, 'promptTokens'),
    sumOf(usage, 'generatedTokens'),
  ].filter(part => part !== undefined);
  return parts.length ? parts.reduce((sum, part) => sum + part, 0) : undefined;
}

function toGroup(
  key: string,
  group: Group,
  options: BuildUnitCostsOptions,
): UnitCostGroup {
  const { costs, usage } = group;
  const isKnown = (day: Day) =>
    options.costDays.has(day) && options.usageDays.has(day);
  const counted = usage.filter(({ day }) => isKnown(day));
  const paid = [...costs].filter(([day]) => isKnown(day));
  const days = new Set([
    ...counted.map(({ day }) => day),
    ...paid.map(([day]) => day),
  ]);
  const cost = paid.length
    ? paid.reduce((sum, [, amount]) => sum + amount, 0)
    : undefined;
  const { minimumVolume } = options;
  return {
    key,
    days: days.size,
    cost,
    ...Object.fromEntries(counts.map(name => [name, sumOf(counted, name)])),
    latencySeconds: worstLatency(counted),
    gpu: gpuOf(group),
    per1000Requests: toUnitCost({
      cost,
      volume: sumOf(counted, 'requests'),
      per: 1000,
      minimumVolume: minimumVolume.requests,
    }),
    perMillionTokens: toUnitCost({
      cost,
      volume: tokensOf(counted),
      per: 1e6,
      minimumVolume: minimumVolume.tokens,
    }),
  };
}

/**
 * Cost of serving ÷ volume, both added up first over the days on which both are
 * known, those without a request too: an average of daily ratios would let quiet
 * days count like busy ones.
 */
export function buildUnitCosts(
  options: BuildUnitCostsOptions,
): UnitCosts['groups'] {
  return [...groupUp(options)]
    .map(([key, group]) => toGroup(key, group, options))
    .sort((a, b) => compareKeys(a.key, b.key));
}
