import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { EvidenceInterval } from '../evidence/EvidenceRecord';

const level = 0.95;
const resamples = 2000;
const seed = 20_261_127;

/** Linear interpolation between the two nearest of sorted values, as numpy does. */
function percentile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (position - below);
}

/** Draws the index of one sample. */
export type DrawIndex = () => number;

/** Indexes below `size`, the same every time, so that a record has one digest. */
function drawer(size: number): DrawIndex {
  const generator = xoroshiro128plus(seed);
  return () => uniformInt(generator, 0, size - 1);
}

/**
 * Percentile bootstrap of the mean at 95 % (Efron 1979), from 2000 resamples with
 * a fixed seed; equals `scipy.stats.bootstrap(method='percentile')` over the same
 * resamples.
 *
 * @param samples - one value a row, at least two
 */
export function bootstrapMeanInterval(
  samples: readonly number[],
  draw: DrawIndex = drawer(samples.length),
  count: number = resamples,
): EvidenceInterval {
  const means = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    let sum = 0;
    for (let k = 0; k < samples.length; k += 1) sum += samples[draw()];
    means[i] = sum / samples.length;
  }
  means.sort();
  return {
    low: percentile(means, (1 - level) / 2),
    high: percentile(means, (1 + level) / 2),
    level,
    method: 'bootstrap-percentile',
  };
}
