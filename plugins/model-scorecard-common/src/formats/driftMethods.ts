/** How a statistic tells drift: a p-value below its threshold, a distance at or above it. */
export interface DriftMethod {
  isPValue: boolean;
  /** Key of the metric. */
  key: 'psi' | 'drift_score';
}

const pValue: DriftMethod = { isPValue: true, key: 'drift_score' };
const distance: DriftMethod = { isPValue: false, key: 'drift_score' };

/** Statistics by the names that Evidently prints, in lower case. */
const methods: Record<string, DriftMethod> = {
  'k-s p_value': pValue,
  'chi-square p_value': pValue,
  'z-test p_value': pValue,
  'fisher exact test p_value': pValue,
  "fisher's exact test p_value": pValue,
  'anderson p_value': pValue,
  'cramer-von-mises p_value': pValue,
  'g-test p_value': pValue,
  'mann-whitney u-rank test p_value': pValue,
  't-test p_value': pValue,
  'wasserstein distance (normed)': distance,
  'jensen-shannon distance': distance,
  'kullback-leibler divergence': distance,
  'hellinger distance': distance,
  'total variation distance': distance,
  psi: { isPValue: false, key: 'psi' },
};

/** The statistic of a name; undefined for one whose direction is not known. */
export function driftMethodOf(name: string): DriftMethod | undefined {
  return methods[name.trim().toLowerCase()];
}

/** Whether a score means drift. */
export function isDrifted(
  { isPValue }: DriftMethod,
  score: number,
  threshold: number,
): boolean {
  return isPValue ? score < threshold : score >= threshold;
}
