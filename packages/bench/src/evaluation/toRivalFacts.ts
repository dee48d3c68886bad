import { EvidenceMetric } from '@modelyard/plugin-model-scorecard-common';
import { VersionFacts } from './makeFacts';

/** What a rule asks about a measurement. */
function toFigures({ value, ci, n, slice }: EvidenceMetric) {
  return {
    ciLow: ci?.low ?? value,
    ciHigh: ci?.high ?? value,
    n: n ?? 0,
    smallestGroup: Math.min(slice?.n ?? 0, slice?.nRef ?? 0),
  };
}

function pushTo(flat: Record<string, unknown>, fact: string, figure: number) {
  const list = flat[fact];
  if (Array.isArray(list)) list.push(figure);
  else flat[fact] = [figure];
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
    decisions: facts.reviews.map(({ decision }) => decision),
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
    for (const metric of metrics)
      for (const [name, figure] of Object.entries(toFigures(metric)))
        pushTo(flat, `${kind}.${metric.key}.${name}`, figure);
  }
  return flat;
}
