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
  PackPreview,
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
import { StreamedInput } from '../intake/readStreamedReport';
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

/** {@link CallOptions} of a verdict. */
export interface VerdictOptions extends CallOptions {
  /** Tags of the verdicts that the caller knows, as `If-None-Match` has them. */
  knownTag?: string;
}

/** {@link CallOptions} of a report, whose model is known only after it was read. */
export interface ReportOptions extends CallOptions {
  /** @throws NotAllowedError, or NotFoundError where existence must not leak */
  assertAllowed?(ref: string): Promise<void>;
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
  /** In each environment, on the same facts; in every configured one unless given. */
  listVersionScorecards(
    question: { ref: string; version: string; environments?: string[] },
    options: CallOptions,
  ): Promise<Scorecard[]>;
  /** Leaves out the envelope when the caller knows a verdict that still holds. */
  getVerdict(
    question: ScorecardQuestion,
    options: VerdictOptions,
  ): Promise<{ etag?: string; envelope?: DsseEnvelope }>;
  listScorecards(
    query: ListScorecardsQuery,
    options: ListOptions,
  ): Promise<ScorecardPage>;
  /** @throws ConflictError when the digest is another version's */
  addEvidence(
    input: EvidenceInput | DsseEnvelope,
    options: ReportOptions,
  ): Promise<{ known: boolean; records: StoredEvidence[] }>;
  /** {@link addEvidence} of a report that comes piece by piece. */
  addStreamedEvidence(
    input: StreamedInput,
    options: ReportOptions,
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
  /**
   * What another pack would do to the versions that the caller may read.
   *
   * @throws InvalidFieldsError when it can't be used
   */
  previewPack(
    text: string,
    limit: number,
    options: ListOptions,
  ): Promise<PackPreview>;
  listAudit(query: ListAuditQuery, options: ListOptions): Promise<AuditPage>;
  verifyAudit(
    query: { model?: string },
    options: CallOptions,
  ): Promise<AuditVerification>;
}
