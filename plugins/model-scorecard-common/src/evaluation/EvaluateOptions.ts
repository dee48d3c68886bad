import { Registration, Review, ScorecardSubject } from '../api/ScorecardApi';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { CheckPack } from '../packs/CheckPack';

/**
 * A bounded exception: one check of one digest under one pack, until a day.
 *
 * @public
 */
export interface Waiver {
  id: string;
  check: string;
  subjectDigest: string;
  packDigest: string;
  /** UTC ISO 8601. */
  expiresAt: string;
  reason: string;
}

/**
 * A record of evidence that the store entered and can't show any more.
 *
 * @public
 */
export interface LostRecord {
  id: string;
  /** Kind of evidence, `registration`, `review`, or `*` when the chain itself is broken. */
  kind: string;
  state: 'gone' | 'changed';
}

/**
 * Everything that decides about a version; {@link evaluate} knows nothing else.
 *
 * @public
 */
export interface EvaluateOptions {
  pack: CheckPack;
  subject: ScorecardSubject;
  /** Every record of the version, in any order. */
  evidence: readonly EvidenceRecord[];
  /** The registration in force; its tier comes from a reviewer, never from CI. */
  tier?: Registration;
  /** Every review of the version, in any order. */
  reviews: readonly Review[];
  environment: string;
  /** Entity ref of who made the version; what they decide does not count. */
  producer?: string;
  waivers?: readonly Waiver[];
  /** Records that were entered and are gone or changed, so that nothing stands on the rest. */
  lost?: readonly LostRecord[];
  /** Time of the evaluation, UTC ISO 8601. */
  now: string;
}
