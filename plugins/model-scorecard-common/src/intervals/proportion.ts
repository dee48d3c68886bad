import { EvidenceInterval } from '../evidence/EvidenceRecord';

/** `count` of `n` trials succeeded. */
export interface Proportion {
  count: number;
  n: number;
}

/** Quantiles of the standard normal distribution at 1 − (1 − level)/2. */
const normalQuantile: Record<string, number> = {
  '0.9': 1.6448536269514722,
  '0.95': 1.959963984540054,
  '0.99': 2.5758293035489004,
};

/** Confidence levels that the methods know. */
export type ConfidenceLevel = 0.9 | 0.95 | 0.99;

function quantileOf(level: ConfidenceLevel): number {
  return normalQuantile[String(level)];
}

/**
 * Wilson's score interval of a proportion (Wilson 1927), also sensible at 0 and
 * at n; equals statsmodels' `proportion_confint(method='wilson')`.
 */
export function wilsonInterval(
  { count, n }: Proportion,
  level: ConfidenceLevel = 0.95,
): EvidenceInterval {
  const z2 = quantileOf(level) ** 2;
  const p = count / n;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half =
    (Math.sqrt(z2) * Math.sqrt((p * (1 - p) + z2 / (4 * n)) / n)) /
    (1 + z2 / n);
  return {
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
    level,
    method: 'wilson',
  };
}

/**
 * Newcombe's hybrid score interval of a difference of two independent
 * proportions, `a − b` (Newcombe 1998, method 10); equals statsmodels'
 * `confint_proportions_2indep(method='newcomb', compare='diff')`.
 */
export function newcombeInterval(
  a: Proportion,
  b: Proportion,
  level: ConfidenceLevel = 0.95,
): EvidenceInterval {
  const [pa, pb] = [a.count / a.n, b.count / b.n];
  const [wa, wb] = [wilsonInterval(a, level), wilsonInterval(b, level)];
  const difference = pa - pb;
  return {
    low: difference - Math.hypot(pa - wa.low, wb.high - pb),
    high: difference + Math.hypot(wa.high - pa, pb - wb.low),
    level,
    method: 'newcombe',
  };
}

/**
 * Katz's log interval of a ratio of two independent proportions, `a / b` (Katz
 * et al. 1978); equals statsmodels' `confint_proportions_2indep(method='log',
 * compare='ratio')`.
 *
 * @returns undefined where one of the counts is 0, since its logarithm is not finite
 */
export function katzInterval(
  a: Proportion,
  b: Proportion,
  level: ConfidenceLevel = 0.95,
): EvidenceInterval | undefined {
  if (!a.count || !b.count) return undefined;
  const ratio = a.count / a.n / (b.count / b.n);
  const spread =
    quantileOf(level) *
    Math.sqrt(1 / a.count - 1 / a.n + 1 / b.count - 1 / b.n);
  return {
    low: ratio * Math.exp(-spread),
    high: ratio * Math.exp(spread),
    level,
    method: 'katz-log',
  };
}
