import { Review } from '../api/ScorecardApi';
import { EvidenceMetric, EvidenceRecord } from '../evidence/EvidenceRecord';
import { CheckDefinition } from '../packs/CheckPack';
import { CheckContext } from '../packs/compileCheck';
import { EvaluateOptions } from './EvaluateOptions';
import { metricKeys, resolveBound } from './measurements';

function toEntry({ value, n, ci, slice }: EvidenceMetric) {
  const entry: Record<string, unknown> = {
    value,
    ciLow: ci?.low ?? value,
    ciHigh: ci?.high ?? value,
  };
  if (n !== undefined) entry.n = n;
  if (slice?.attr !== undefined) entry.attr = slice.attr;
  if (slice?.group !== undefined) entry.group = slice.group;
  if (slice?.ref !== undefined) entry.ref = slice.ref;
  return entry;
}

/** What the expression of a check sees of its evidence. */
export function buildContext(
  check: CheckDefinition,
  record: EvidenceRecord,
  reviews: Review[],
  options: EvaluateOptions,
): CheckContext {
  const keys = metricKeys(check, record.claims);
  const m: CheckContext['m'] = {};
  for (const [name, key] of keys)
    m[name] = record.metrics.filter(metric => metric.key === key).map(toEntry);
  return {
    m,
    c: record.claims ?? {},
    p: check.params,
    bound: { ...resolveBound(check, record.claims) },
    tier: options.tier?.tier ?? 'unregistered',
    environment: options.environment,
    reviews: reviews.map(({ role, decision, by }) => ({ role, decision, by })),
    producedAt: new Date(record.producedAt),
  };
}
