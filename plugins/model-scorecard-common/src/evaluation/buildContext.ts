import { Review } from '../api/ScorecardApi';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { CheckDefinition } from '../packs/CheckPack';
import { CheckContext } from '../packs/compileCheck';
import { EvaluateOptions } from './EvaluateOptions';
import { resolveBound } from './measurements';
import { PreparedRecord } from './PreparedFacts';

function toEntry({ value, n, ci, slice }: EvidenceMetric) {
  const ciLow = ci ? ci.low : value;
  const ciHigh = ci ? ci.high : value;
  const entry: Record<string, unknown> =
    n === undefined ? { value, ciLow, ciHigh } : { value, ciLow, ciHigh, n };
  if (!slice) return entry;
  if (slice.attr !== undefined) entry.attr = slice.attr;
  if (slice.group !== undefined) entry.group = slice.group;
  if (slice.ref !== undefined) entry.ref = slice.ref;
  return entry;
}

function toDecision({ role, decision, by }: Review) {
  return { role, decision, by };
}

/** What the expression of a check sees of its evidence. */
export function buildContext(
  check: CheckDefinition,
  { record, producedMs }: PreparedRecord,
  lists: EvidenceMetric[][],
  reviews: Review[],
  options: EvaluateOptions,
): CheckContext {
  const m: CheckContext['m'] = {};
  for (let i = 0; i < lists.length; i += 1) {
    const name = check.metrics[i];
    m[name.startsWith('@') ? name.slice(1) : name] = lists[i].map(toEntry);
  }
  return {
    m,
    c: record.claims ?? {},
    p: check.params,
    bound: resolveBound(check, record.claims) ?? {},
    tier: options.tier?.tier ?? 'unregistered',
    environment: options.environment,
    reviews: reviews.map(toDecision),
    producedAt: new Date(producedMs),
  };
}
