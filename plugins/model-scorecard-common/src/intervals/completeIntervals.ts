import { EvidenceInterval, EvidenceMetric } from '../evidence/EvidenceRecord';
import { bootstrapMeanInterval } from './bootstrap';
import {
  katzInterval,
  newcombeInterval,
  Proportion,
  wilsonInterval,
} from './proportion';

/** Shares of the very rows that `n` counts. */
const proportions = new Set([
  'accuracy',
  'acc',
  'acc_norm',
  'asr',
  'error_rate',
  'exact_match',
  'pass_rate',
  'selection_rate',
  'true_positive_rate',
  'false_positive_rate',
  'clean',
  'perturbed',
  'adversarial',
]);

function proportionOf({ value, n }: EvidenceMetric): Proportion | undefined {
  if (!n || value < 0 || value > 1) return undefined;
  const count = value * n;
  const whole = Math.round(count);
  return { count: Math.abs(count - whole) < 1e-3 ? whole : count, n };
}

type Groups = Map<string, EvidenceMetric>;

function groupKey(key: string, attr: string | undefined, group?: string) {
  return JSON.stringify([key, attr, group]);
}

/** The rates that the metrics of groups were computed from. */
function indexGroups(metrics: readonly EvidenceMetric[]): Groups {
  const groups: Groups = new Map();
  for (const metric of metrics) {
    const { key, slice } = metric;
    if (slice?.group !== undefined && slice.ref === undefined)
      groups.set(groupKey(key, slice.attr, slice.group), metric);
  }
  return groups;
}

function pairOf(
  rate: string,
  { slice }: EvidenceMetric,
  groups: Groups,
): [Proportion, Proportion] | undefined {
  if (!slice?.group || !slice.ref) return undefined;
  const a = groups.get(groupKey(rate, slice.attr, slice.group));
  const b = groups.get(groupKey(rate, slice.attr, slice.ref));
  const [left, right] = [a && proportionOf(a), b && proportionOf(b)];
  return left && right && [left, right];
}

function agrees(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 1e-6;
}

function difference(rate: string, metric: EvidenceMetric, groups: Groups) {
  const pair = pairOf(rate, metric, groups);
  if (!pair) return undefined;
  const [a, b] = pair;
  const same = agrees(metric.value, a.count / a.n - b.count / b.n);
  return same ? newcombeInterval(a, b) : undefined;
}

function ratio(metric: EvidenceMetric, groups: Groups) {
  const pair = pairOf('selection_rate', metric, groups);
  if (!pair) return undefined;
  const [a, b] = pair;
  const same = agrees(metric.value, a.count / a.n / (b.count / b.n));
  return same ? katzInterval(a, b) : undefined;
}

/** Interval of the absolute value of what lies between two edges. */
function absolute({ low, high }: EvidenceInterval) {
  const [a, b] = [Math.abs(low), Math.abs(high)];
  const crossesZero = low <= 0 && high >= 0;
  return { low: crossesZero ? 0 : Math.min(a, b), high: Math.max(a, b) };
}

/** Interval of the larger of two gaps: the larger of their edges. */
function largestGap(metric: EvidenceMetric, groups: Groups) {
  const gaps = ['true_positive_rate', 'false_positive_rate'].map(rate =>
    pairOf(rate, metric, groups),
  );
  const [tpr, fpr] = gaps.map(pair => pair && newcombeInterval(...pair));
  if (!tpr || !fpr) return undefined;
  const [a, b] = [absolute(tpr), absolute(fpr)];
  return {
    low: Math.max(a.low, b.low),
    high: Math.max(a.high, b.high),
    level: tpr.level,
    method: 'newcombe-max',
  };
}

function intervalOf(
  metric: EvidenceMetric,
  groups: Groups,
): EvidenceInterval | undefined {
  const { key, samples } = metric;
  if (samples && samples.length > 1) return bootstrapMeanInterval(samples);
  if (key === 'spd') return difference('selection_rate', metric, groups);
  if (key === 'eod') return difference('true_positive_rate', metric, groups);
  if (key === 'dir') return ratio(metric, groups);
  if (key === 'eqodds') return largestGap(metric, groups);
  if (!proportions.has(key)) return undefined;
  const proportion = proportionOf(metric);
  return proportion && wilsonInterval(proportion);
}

/**
 * Gives metrics without an interval one where it follows from what the report
 * says: Wilson's for a share of n rows, Newcombe's and Katz's for a difference or
 * ratio of two groups whose rates are there too, a bootstrap of the mean where
 * the value of every row is there. Values of rows are not kept.
 */
export function completeIntervals(
  metrics: readonly EvidenceMetric[],
): EvidenceMetric[] {
  const groups = indexGroups(metrics);
  return metrics.map(metric => {
    const { samples, ...kept } = metric;
    const ci = metric.ci ?? intervalOf(metric, groups);
    const n = metric.n ?? samples?.length;
    return { ...kept, ...(n !== undefined && { n }), ...(ci && { ci }) };
  });
}
