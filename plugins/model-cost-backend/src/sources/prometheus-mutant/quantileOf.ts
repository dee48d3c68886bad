/**
 * Quantile of a histogram as Prometheus reckons it: within a bucket evenly spread,
 * and at most the highest finite bound.
 *
 * @param buckets - count of what was at most the bound, by bound; with `Infinity`
 * @returns undefined when the histogram is empty or has no bound
 */
export function quantileOf(
  quantile: number,
  buckets: ReadonlyMap<number, number>,
): number | undefined {
  const bounds = [...buckets.keys()].sort((a, b) => a - b);
  const total = buckets.get(Infinity) ?? 0;
  if (bounds.length < 2 || total <= 0) return undefined;
  const rank = quantile * total;
  let lower = 0;
  let below = 0;
  for (const bound of bounds) {
    // Sums of estimates may shrink a little from one bucket to the next.
    const count = Math.max(below, buckets.get(bound) ?? 0);
    if (count >= rank) {
      if (bound === Infinity || count === below) return lower;
      const start = bound <= 0 ? bound : lower;
      return start + (bound - start) * ((rank - below) / (count - below));
    }
    lower = bound;
    below = count;
  }
  return lower;
}
