import {
  ModelMetric,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';

/** A metric of one version, and how it moved since the version before. */
export interface MetricPoint {
  version: string;
  value: number;
  change?: number;
  /** Whether the move is for the better; absent when nobody said which way is. */
  better?: boolean;
}

function findMetric(row: VersionRow, name: string): ModelMetric | undefined {
  return row.metrics.find(metric => metric.name === name);
}

/** Names of all metrics, those of the newest version first. `rows` newest first. */
export function metricNames(rows: VersionRow[]): string[] {
  return [
    ...new Set(rows.flatMap(row => row.metrics.map(metric => metric.name))),
  ];
}

/**
 * The metric over the versions that have it, oldest first. `rows` newest first;
 * each is compared with the next older one that was measured too.
 */
export function metricSeries(rows: VersionRow[], name: string): MetricPoint[] {
  const points: MetricPoint[] = [];
  for (const row of [...rows].reverse()) {
    const metric = findMetric(row, name);
    if (!metric) continue;
    const before = points[points.length - 1];
    const change = before && metric.value - before.value;
    points.push({
      version: row.version,
      value: metric.value,
      change,
      better:
        change && metric.higherIsBetter !== undefined
          ? change > 0 === metric.higherIsBetter
          : undefined,
    });
  }
  return points;
}
