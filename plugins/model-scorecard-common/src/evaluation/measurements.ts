import { ScorecardCheck, ScorecardSlice } from '../api/ScorecardApi';
import { EvidenceMetric, EvidenceRecord } from '../evidence/EvidenceRecord';
import { CheckDefinition } from '../packs/CheckPack';

/** Edges that the measurements must stay within. */
export interface ResolvedBound {
  low?: number;
  high?: number;
}

/** Key in the evidence of a metric that a check names: `@primary` follows a claim. */
export function metricKey(
  name: string,
  claims: EvidenceRecord['claims'],
): string {
  return name.startsWith('@') ? String(claims?.[name.slice(1)]) : name;
}

const none: EvidenceMetric[][] = [];

/** The measurements of each metric that a check names, one list a name. */
export function metricLists(
  check: CheckDefinition,
  { claims, metrics }: EvidenceRecord,
): EvidenceMetric[][] {
  if (!check.metrics.length) return none;
  return check.metrics.map(name => {
    const key = metricKey(name, claims);
    const list: EvidenceMetric[] = [];
    for (const metric of metrics) if (metric.key === key) list.push(metric);
    return list;
  });
}

/** The measurements that a check names, in the order of the evidence. */
function namedMetrics(
  check: CheckDefinition,
  record: EvidenceRecord,
): EvidenceMetric[] {
  if (check.metrics.length === 0) return [];
  const keys = check.metrics.map(name => metricKey(name, record.claims));
  return record.metrics.filter(({ key }) => keys.includes(key));
}

/** The bound in numbers; undefined when the evidence doesn't declare it. */
export function resolveBound(
  { bound }: CheckDefinition,
  claims: EvidenceRecord['claims'],
): ResolvedBound | undefined {
  if (!bound) return {};
  if (!('targetClaim' in bound)) return bound;
  const target = claims?.[bound.targetClaim];
  const higherIsBetter = claims?.[bound.higherIsBetterClaim];
  if (typeof target !== 'number' || typeof higherIsBetter !== 'boolean')
    return undefined;
  return higherIsBetter ? { low: target } : { high: target };
}

/** How far inside the bound the nearer edge lies; negative when beyond it. */
function margin({ value, ci }: EvidenceMetric, bound: ResolvedBound): number {
  const below =
    bound.low === undefined ? Infinity : (ci?.low ?? value) - bound.low;
  const above =
    bound.high === undefined ? Infinity : bound.high - (ci?.high ?? value);
  return Math.min(below, above);
}

function toSlice(metric: EvidenceMetric): ScorecardSlice {
  const { key, value, ci, slice } = metric;
  return {
    metric: key,
    attr: slice?.attr,
    group: slice?.group,
    ref: slice?.ref,
    value,
    interval: ci,
    n: slice?.n ?? metric.n,
    nRef: slice?.nRef,
  };
}

/** What a check shows of its measurements. */
export type ShownMeasurements = Pick<
  ScorecardCheck,
  'metric' | 'value' | 'interval' | 'bound' | 'n' | 'slices'
>;

/**
 * Value, interval and slices of a check. An average hides failures, so the value
 * shown is that of the worst measurement, by the edge of its interval.
 */
export function showMeasurements(
  check: CheckDefinition,
  record: EvidenceRecord,
): ShownMeasurements {
  const metrics = namedMetrics(check, record);
  if (!metrics.length) return {};
  const bound = resolveBound(check, record.claims) ?? {};
  const worst = metrics.reduce((a, b) =>
    margin(b, bound) < margin(a, bound) ? b : a,
  );
  const slices = metrics
    .filter(({ slice }) => slice)
    .map(metric => ({
      ...toSlice(metric),
      ...(metric === worst && { worst: true }),
    }));
  return {
    metric: worst.key,
    value: worst.value,
    interval: worst.ci,
    bound: check.bound ? bound : undefined,
    n: worst.n ?? record.dataset?.n,
    slices: slices.length ? slices : undefined,
  };
}
