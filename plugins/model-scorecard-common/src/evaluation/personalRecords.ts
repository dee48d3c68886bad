import { Registration, Review } from '../api/ScorecardApi';
import { EvidenceRecord } from '../evidence/EvidenceRecord';

const format = 'modelyard/1';
const tool = { name: 'modelyard', version: '1' };
const trust = 'oidc' as const;
const usable = true;

/**
 * A review as evidence of kind `review`, so that checks and screens treat what
 * people decide like what tools measure.
 *
 * @public
 */
export function reviewRecord(review: Review): EvidenceRecord {
  const { id, subject, environment, role, decision, by, at, redated } = review;
  return {
    format,
    tool,
    trust,
    usable,
    problems: [],
    metrics: [],
    id,
    kind: 'review',
    subject,
    producedAt: at,
    claims: { role, decision, by, environment, comment: review.comment },
    redated,
  };
}

/**
 * The registration of a model's tier as evidence of kind `registration`.
 *
 * @param subject - the version that is evaluated; a registration holds for all
 * @public
 */
export function registrationRecord(
  registration: Registration,
  subject: EvidenceRecord['subject'],
): EvidenceRecord {
  const { id, tier, purpose, personalData, by, at, redated } = registration;
  return {
    format,
    tool,
    trust,
    usable,
    problems: [],
    metrics: [],
    id,
    kind: 'registration',
    subject,
    producedAt: at,
    claims: {
      tier,
      purpose,
      by,
      ...(personalData !== undefined && { personalData }),
    },
    redated,
  };
}
