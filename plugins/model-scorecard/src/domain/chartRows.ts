import { StoredEvidence } from '@modelyard/plugin-model-scorecard-common';

/** Kinds of evidence that are drawn. */
export const chartKinds = [
  'importance',
  'partial-dependence',
  'fairness',
  'drift',
  'vulnerabilities',
  'red-team',
] as const;

/** A kind of evidence that is drawn. */
export type ChartKind = (typeof chartKinds)[number];

/** One bar, with what its row of the table says. */
export interface ChartRow {
  name: string;
  value: number;
  n?: number;
  interval?: { low: number; high: number };
  /** Length of the bar, from 0 to 1. */
  share: number;
}

const keysOf: Record<ChartKind, string[]> = {
  importance: ['importance'],
  'partial-dependence': ['range'],
  fairness: ['selection_rate'],
  drift: ['psi', 'drift_score'],
  vulnerabilities: ['critical', 'high', 'medium', 'low', 'unknown'],
  'red-team': ['asr'],
};
const mostRows = 20;

/**
 * What is drawn of a record: importance and effect by feature, rates by group,
 * drift by column, findings by severity; undefined for other kinds.
 */
export function chartRows({
  kind,
  metrics,
}: Pick<StoredEvidence, 'kind' | 'metrics'>):
  { kind: ChartKind; rows: ChartRow[] } | undefined {
  const known = chartKinds.find(one => one === kind);
  if (!known) return undefined;
  const keys = keysOf[known];
  const found = metrics.filter(({ key }) => keys.includes(key));
  if (!found.length) return undefined;
  const ordered =
    known === 'vulnerabilities' || known === 'fairness'
      ? found
      : [...found].sort((a, b) => b.value - a.value);
  const largest = Math.max(...found.map(({ value }) => Math.abs(value)));
  const rows = ordered
    .slice(0, mostRows)
    .map(({ key, value, n, ci, slice }) => ({
      name: slice?.group ?? key,
      value,
      n: n ?? slice?.n,
      interval: ci && { low: ci.low, high: ci.high },
      share: largest ? Math.abs(value) / largest : 0,
    }));
  return { kind: known, rows };
}
