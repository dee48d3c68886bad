import { StoredEvidence } from '@modelyard/plugin-model-scorecard-common';

/** Partial dependence on one feature. */
export interface DependenceCurve {
  feature: string;
  /** Whether every point of the grid is a number, so that the curve has a scale. */
  numeric: boolean;
  points: { at: string; effect: number }[];
}

const mostCurves = 6;

function rangeOf({ points }: DependenceCurve): number {
  const effects = points.map(({ effect }) => effect);
  return Math.max(...effects) - Math.min(...effects);
}

/**
 * The curves of a partial-dependence record, those that move the prediction most
 * first, at most six.
 */
export function dependenceCurves({
  kind,
  metrics,
}: Pick<StoredEvidence, 'kind' | 'metrics'>): DependenceCurve[] {
  if (kind !== 'partial-dependence') return [];
  const byFeature = new Map<string, DependenceCurve['points']>();
  for (const { key, value, slice } of metrics) {
    if (key !== 'effect' || !slice?.attr || slice.group === undefined) continue;
    const points = byFeature.get(slice.attr) ?? [];
    points.push({ at: slice.group, effect: value });
    byFeature.set(slice.attr, points);
  }
  return [...byFeature]
    .map(([feature, points]) => ({
      feature,
      numeric: points.every(
        ({ at }) => at.trim() !== '' && Number.isFinite(Number(at)),
      ),
      points,
    }))
    .sort((one, other) => rangeOf(other) - rangeOf(one))
    .slice(0, mostCurves);
}
