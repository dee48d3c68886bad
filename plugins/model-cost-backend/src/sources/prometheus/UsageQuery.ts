import { modelLabels } from '@modelyard/plugin-model-catalog-common';

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
  measure: UsageQueryMeasure;
  /**
   * PromQL, evaluated at the end of the day. `$range` stands for the length of a
   * day, `$by` for the labels to keep.
   */
  expr: string;
  /** Label of the metric that tells a pod label of Modelyard, by the latter. */
  labels: ReadonlyMap<string, string>;
}

/** As Prometheus spells the pod labels when it copies them, and as kube-state-metrics does. */
export function copiedLabels(key: string): string[] {
  const name = key.replace(/[^a-zA-Z0-9_]/g, '_');
  return [name, `label_${name}`];
}

/** The labels of a metric by which a query adds up. */
export function labelsToKeep({ labels }: UsageQuery): string[] {
  const copied = Object.values(modelLabels).flatMap(copiedLabels);
  return [...new Set([...copied, ...labels.values()])];
}

/** The query as Prometheus takes it. */
export function toPromQl(query: UsageQuery): string {
  return query.expr
    .replaceAll('$range', '86400s')
    .replaceAll('$by', labelsToKeep(query).join(', '));
}
