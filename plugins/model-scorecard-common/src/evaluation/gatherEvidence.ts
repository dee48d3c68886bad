import { Review } from '../api/ScorecardApi';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { CheckDefinition, RiskTier } from '../packs/CheckPack';
import { requiredRoles } from './applicability';
import { EvaluateOptions } from './EvaluateOptions';
import { registrationRecord, reviewRecord } from './personalRecords';
import { PreparedFacts, PreparedRecord, prepareRecord } from './PreparedFacts';

/** What a check is decided on. */
export interface GatheredEvidence {
  records: PreparedRecord[];
  /** What is not there; then the check has no evidence. */
  missing?: string;
  /** Decisions that count, one per role; only for reviews. */
  reviews: Review[];
}

const trustOrder = { manual: 0, oidc: 1, signed: 2 };

/** Later, by time and then by id, so that the order never depends on the input. */
function isLater(
  a: { at: string; id: string },
  b: { at: string; id: string },
): boolean {
  return a.at === b.at ? a.id > b.id : a.at > b.at;
}

/**
 * Whether record `a` counts before `b`: the one of this digest before one of
 * another, a usable one before one that proves nothing, the better trusted one
 * (an unsigned upload can't displace a signed record), then the newer one.
 */
function countsBefore(
  a: EvidenceRecord,
  b: EvidenceRecord,
  digest: string,
): boolean {
  const bound = (r: EvidenceRecord) => Number(r.subject.digest === digest);
  const rank = (r: EvidenceRecord) =>
    bound(r) * 100 + Number(r.usable) * 10 + trustOrder[r.trust];
  if (rank(a) !== rank(b)) return rank(a) > rank(b);
  return isLater(
    { at: a.producedAt, id: a.id },
    { at: b.producedAt, id: b.id },
  );
}

/** The one record of each kind that counts. */
export function countingRecords({
  evidence,
  subject,
}: EvaluateOptions): Map<string, PreparedRecord> {
  const counting = new Map<string, PreparedRecord>();
  for (const record of evidence) {
    const other = counting.get(record.kind);
    if (!other || countsBefore(record, other.record, subject.digest))
      counting.set(record.kind, prepareRecord(record));
  }
  return counting;
}

/**
 * The decision of each role that counts for a digest and an environment: the
 * latest, and never one of the version's producer.
 */
export function countingReviews(options: EvaluateOptions): Map<string, Review> {
  const counting = new Map<string, Review>();
  for (const review of options.reviews) {
    if (review.subject.digest !== options.subject.digest) continue;
    if (review.environment !== options.environment) continue;
    if (options.producer && review.by === options.producer) continue;
    const other = counting.get(review.role);
    if (!other || isLater(review, other)) counting.set(review.role, review);
  }
  return counting;
}

function gatherReviews(
  check: CheckDefinition,
  tier: RiskTier | undefined,
  counting: Map<string, Review>,
): GatheredEvidence {
  const roles = requiredRoles(check, tier);
  const reviews = roles.flatMap(role => counting.get(role) ?? []);
  const open = roles.filter(role => !counting.has(role));
  const undecided = reviews.every(({ decision }) => decision === 'approve');
  const missing = open.length
    ? `Waits for a review as ${open.join(' and ')}`
    : undefined;
  return {
    records: reviews.map(review => prepareRecord(reviewRecord(review))),
    reviews,
    missing: undecided ? missing : undefined,
  };
}

/** Collects what a check is decided on. */
export function gatherEvidence(
  check: CheckDefinition,
  facts: PreparedFacts,
): GatheredEvidence {
  const { tier, subject } = facts.options;
  const [kind] = check.evidence;
  if (kind === 'review') return gatherReviews(check, tier?.tier, facts.reviews);
  if (kind === 'registration')
    return tier
      ? {
          records: [prepareRecord(registrationRecord(tier, subject))],
          reviews: [],
        }
      : { records: [], reviews: [], missing: 'Nobody has registered the tier' };
  const records: PreparedRecord[] = [];
  let missing: string | undefined;
  for (const wanted of check.evidence) {
    const record = facts.records.get(wanted);
    if (record) records.push(record);
    else missing ??= `No evidence of kind ${wanted} for this version`;
  }
  return { records, reviews: [], missing };
}
