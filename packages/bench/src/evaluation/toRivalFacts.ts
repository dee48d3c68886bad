import { EvidenceMetric } from '@modelyard/plugin-model-scorecard-common';
import { VersionFacts } from './makeFacts';

/** One measurement as the rival's operators see it. */
export interface Measurement {
  ciLow: number;
  ciHigh: number;
  n: number;
  smallestGroup: number;
}

function toMeasurement({ value, ci, n, slice }: EvidenceMetric): Measurement {
  return {
    ciLow: ci?.low ?? value,
    ciHigh: ci?.high ?? value,
    n: n ?? 0,
    smallestGroup: Math.min(slice?.n ?? 0, slice?.nRef ?? 0),
  };
}

/**
 * The facts of a version as flat facts, the form that is quickest for the rival:
 * it needs no path into an object.
 */
export function toRivalFacts(facts: VersionFacts): Record<string, unknown> {
  const now = Date.parse(facts.now);
  const flat: Record<string, unknown> = {
    digest: facts.subject.digest,
    tier: facts.tier?.tier,
    approved: facts.reviews
      .filter(({ decision }) => decision === 'approve')
      .map(({ role }) => role),
  };
  for (const {
    kind,
    subject,
    trust,
    producedAt,
    claims,
    metrics,
  } of facts.evidence) {
    flat[`${kind}.digest`] = subject.digest;
    flat[`${kind}.trust`] = trust;
    flat[`${kind}.age`] = Math.floor((now - Date.parse(producedAt)) / 1000);
    for (const [name, claim] of Object.entries(claims ?? {}))
      flat[`${kind}.${name}`] = claim;
    const lists = new Map<string, Measurement[]>();
    for (const metric of metrics)
      lists.set(metric.key, [
        ...(lists.get(metric.key) ?? []),
        toMeasurement(metric),
      ]);
    for (const [key, list] of lists) flat[`${kind}.${key}`] = list;
  }
  return flat;
}
