import {
  digestOf,
  EvidenceRecord,
  Registration,
  registrationRecord,
  Review,
  reviewRecord,
  ScorecardSubject,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { VersionFacts } from '../database/FactStore';

function toStored(
  record: EvidenceRecord,
  fact: { by: string; at: string },
): StoredEvidence {
  const { by, at } = fact;
  return {
    ...record,
    digest: digestOf(fact),
    receivedAt: at,
    receivedFrom: by,
  };
}

/** A review as a record of evidence. */
export function reviewEvidence(review: Review): StoredEvidence {
  return toStored(reviewRecord(review), review);
}

/** A registration as a record of evidence; `*` stands for every version. */
export function registrationEvidence(
  registration: Registration,
  subject: ScorecardSubject,
): StoredEvidence {
  return toStored(registrationRecord(registration, subject), registration);
}

/** What people decided about a version, as records of evidence. */
export function personalEvidence(
  { reviews, tier }: Pick<VersionFacts, 'reviews' | 'tier'>,
  subject: ScorecardSubject,
): StoredEvidence[] {
  return [
    ...reviews.map(reviewEvidence),
    ...(tier ? [registrationEvidence(tier, subject)] : []),
  ];
}
