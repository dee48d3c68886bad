import {
  modelLabels,
  toOpenCostLabel,
} from '@modelyard/plugin-model-catalog-common';

/** What a query measures. Latencies are in seconds. */
export const usageQueryMeasures = [
  'requests',
  'failedRequests',
  'promptTokens',
  'generatedTokens',
  'gpuHoursUsed',
  'latencyP50',
  'latencyP95',
  'latencyP99',
] as const;

export type UsageQueryMeasure = (typeof usageQueryMeasures)[number];

/** One question about a day. */
export interface UsageQuery {
  /** Preset it belongs to, or `queries`; shown to people. */
  origin: string;
  /**
   * `latencyBuckets` are the growths of the buckets of a histogram, by `le`, from
   * which the three quantiles follow once they are added up.
   */
  measure: UsageQueryMeasure | 'latencyBuckets';
  /**
   * PromQL, evaluated at the end of the day. `$range` stands for the length of a
   * day, `$by` for the labels to keep.
   */
  expr: string;
  /** Pod label of Modelyard → labels of the metric that tell it, the first first. */
  labels: ReadonlyMap<string, readonly string[]>;
  /** The service that the label of the metric means; undefined where it means none. */
  toService?: (value: string) => string | undefined;
  /** Of `latencyBuckets`: seconds of one unit of `le`. Default: 1. */
  secondsPerUnit?: number;
}

/** As Prometheus spells the pod labels when it copies them, and as kube-state-metrics does. */
export function copiedLabels(key: string): string[] {
  const name = toOpenCostLabel(key);
  return [name, `label_${name}`];
}

/** The labels of a metric by which a query adds up. */
function labelsToKeep({ labels }: UsageQuery): string[] {
  const copied = Object.values(modelLabels).flatMap(copiedLabels);
  return [...new Set([...copied, ...[...labels.values()].flat()])];
}

/** The query as Prometheus takes it. */
export function toPromQl(query: UsageQuery): string {
  return query.expr
    .replaceAll('$range', '86400s')
    .replaceAll('$by', labelsToKeep(query).join(', '));
}
