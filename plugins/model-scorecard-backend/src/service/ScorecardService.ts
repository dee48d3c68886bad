import { Readable } from 'node:stream';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  AuditPage,
  AuditVerification,
  DsseEnvelope,
  EvidenceInput,
  EvidencePage,
  ListAuditQuery,
  ListEvidenceQuery,
  ListReviewsQuery,
  ListScorecardsQuery,
  Registration,
  RegistrationInput,
  Review,
  ReviewInput,
  ReviewPage,
  ReviewRole,
  Scorecard,
  ScorecardPage,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { ReadableRefs } from '../database/readable';

/** A version and the environment it is asked about. */
export interface ScorecardQuestion {
  ref: string;
  version: string;
  environment: string;
}

/** Who acts, and for whom. */
export interface CallOptions {
  credentials: BackstageCredentials;
}

/** {@link CallOptions} of a list that is kept to what the caller may read. */
export interface ListOptions extends CallOptions {
  readable?: ReadableRefs;
}

/**
 * The scorecard's domain. Refs are entity refs of Models; what is not there
 * throws NotFoundError, bad input InvalidFieldsError.
 */
export interface ScorecardService {
  getScorecard(
    question: ScorecardQuestion,
    options: CallOptions,
  ): Promise<Scorecard>;
  getVerdict(
    question: ScorecardQuestion,
    options: CallOptions,
  ): Promise<DsseEnvelope>;
  listScorecards(
    query: ListScorecardsQuery,
    options: ListOptions,
  ): Promise<ScorecardPage>;
  /** @throws ConflictError when the digest is another version's */
  addEvidence(
    input: EvidenceInput | DsseEnvelope,
    options: CallOptions,
  ): Promise<{ known: boolean; records: StoredEvidence[] }>;
  getEvidence(id: string, options: CallOptions): Promise<StoredEvidence>;
  /** The document that a record came in; the stream breaks off when it was changed. */
  getEvidenceDocument(
    id: string,
    options: CallOptions,
  ): Promise<{ digest: string; content: Readable }>;
  listEvidence(
    query: ListEvidenceQuery,
    options: CallOptions,
  ): Promise<EvidencePage>;
  listReviews(
    query: ListReviewsQuery,
    options: CallOptions,
  ): Promise<ReviewPage>;
  /**
   * @throws NotAllowedError for the producer of the version, and for a role that
   * the caller does not hold
   */
  addReview(input: ReviewInput, options: CallOptions): Promise<Review>;
  listRoles(options: CallOptions): Promise<ReviewRole[]>;
  addRegistration(
    input: RegistrationInput,
    options: CallOptions,
  ): Promise<Registration>;
  listAudit(query: ListAuditQuery, options: ListOptions): Promise<AuditPage>;
  verifyAudit(
    query: { model?: string },
    options: CallOptions,
  ): Promise<AuditVerification>;
}
