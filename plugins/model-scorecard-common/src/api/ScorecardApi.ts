import { PluginApiRequestOptions } from '@modelyard/plugin-model-catalog-common';
import { components, operations } from '../schema/openapi.generated';

type Schemas = components['schemas'];

/** Model, version and digest that evidence and reviews are about. @public */
export type ScorecardSubject = Schemas['Subject'];
/** Every check of one version, evaluated. @public */
export type Scorecard = Schemas['Scorecard'];
/** Scorecards of one version. @public */
export type ScorecardList = Schemas['ScorecardList'];
/** One evaluated check. @public */
export type ScorecardCheck = Schemas['Check'];
/** One measured slice of a check. @public */
export type ScorecardSlice = Schemas['Slice'];
/** A role that must approve, and its decision if there is one. @public */
export type ScorecardApproval = Schemas['Approval'];
/** Whether a version may enter an environment. @public */
export type ScorecardGate = Schemas['Gate'];
/** One version in the list of scorecards. @public */
export type ScorecardRow = Schemas['ScorecardRow'];
/** A page of scorecards. @public */
export type ScorecardPage = Schemas['ScorecardPage'];
/** Body of a report about a version. @public */
export type EvidenceInput = Schemas['EvidenceInput'];
/** What the intake made of a report. @public */
export type EvidenceReceipt = Schemas['EvidenceReceipt'];
/** A stored canonical record. @public */
export type StoredEvidence = Schemas['EvidenceRecord'];
/** A page of evidence. @public */
export type EvidencePage = Schemas['EvidencePage'];
/** Body of a review. @public */
export type ReviewInput = Schemas['ReviewInput'];
/** A person's recorded decision. @public */
export type Review = Schemas['Review'];
/** A page of reviews. @public */
export type ReviewPage = Schemas['ReviewPage'];
/** A role in which people review. @public */
export type ReviewRole = Schemas['ReviewRole'];
/** Body of a registration. @public */
export type RegistrationInput = Schemas['RegistrationInput'];
/** The reviewed tier and purpose of a model. @public */
export type Registration = Schemas['Registration'];
/** A check pack in force. @public */
export type PackSummary = Schemas['Pack'];
/** What another check pack would do. @public */
export type PackPreview = Schemas['PackPreview'];
/** Frameworks and the controls that checks support. @public */
export type ControlCatalog = Schemas['ControlCatalog'];
/** What is wrong with a check pack. @public */
export type PackValidation = Schemas['PackValidation'];
/** A DSSE envelope. @public */
export type DsseEnvelope = Schemas['DsseEnvelope'];
/** One link of a model's audit chain. @public */
export type AuditEntry = Schemas['AuditEntry'];
/** A page of audit entries. @public */
export type AuditPage = Schemas['AuditPage'];
/** Whether the audit chains hold. @public */
export type AuditVerification = Schemas['AuditVerification'];

type QueryOf<TOperation extends keyof operations> = NonNullable<
  operations[TOperation]['parameters']['query']
>;

/** Query of the list of scorecards. @public */
export type ListScorecardsQuery = QueryOf<'listScorecards'>;
/** Query of the scorecards of a version. @public */
export type ListVersionScorecardsQuery = QueryOf<'listVersionScorecards'>;
/** Query of the evidence of a version. @public */
export type ListEvidenceQuery = QueryOf<'listEvidence'>;
/** Query of a report that comes in pieces. @public */
export type StreamEvidenceQuery = QueryOf<'streamEvidence'>;
/** Query of the reviews of a model. @public */
export type ListReviewsQuery = QueryOf<'listReviews'>;
/** Query of the audit list. @public */
export type ListAuditQuery = QueryOf<'listAudit'>;

/**
 * The scorecard as its REST API offers it. `ref` is the entity ref of a Model;
 * `environment` is `prod` unless given. Every call throws `ResponseError`.
 *
 * @public
 */
export interface ScorecardApi {
  getScorecard(
    ref: string,
    version: string,
    environment?: string,
    options?: PluginApiRequestOptions,
  ): Promise<Scorecard>;
  /** In several environments at once; in every configured one unless given. */
  listVersionScorecards(
    ref: string,
    version: string,
    environments?: string[],
    options?: PluginApiRequestOptions,
  ): Promise<ScorecardList>;
  getVerdict(
    ref: string,
    version: string,
    environment?: string,
    options?: PluginApiRequestOptions,
  ): Promise<DsseEnvelope>;
  listScorecards(
    query: ListScorecardsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ScorecardPage>;
  listEvidence(
    query: ListEvidenceQuery,
    options?: PluginApiRequestOptions,
  ): Promise<EvidencePage>;
  getEvidence(
    id: string,
    options?: PluginApiRequestOptions,
  ): Promise<StoredEvidence>;
  /** The report as the tool wrote it. */
  getEvidenceDocument(
    id: string,
    options?: PluginApiRequestOptions,
  ): Promise<string>;
  createEvidence(
    input: EvidenceInput,
    options?: PluginApiRequestOptions,
  ): Promise<EvidenceReceipt>;
  /** Hands in a large report, which the portal reads piece by piece. */
  streamEvidence(
    query: StreamEvidenceQuery,
    report: string,
    options?: PluginApiRequestOptions,
  ): Promise<EvidenceReceipt>;
  listReviews(
    query: ListReviewsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ReviewPage>;
  createReview(
    input: ReviewInput,
    options?: PluginApiRequestOptions,
  ): Promise<Review>;
  listRoles(
    options?: PluginApiRequestOptions,
  ): Promise<{ items: ReviewRole[]; totalItems: number }>;
  createRegistration(
    input: RegistrationInput,
    options?: PluginApiRequestOptions,
  ): Promise<Registration>;
  listPacks(
    options?: PluginApiRequestOptions,
  ): Promise<{ items: PackSummary[]; totalItems: number }>;
  validatePack(
    text: string,
    options?: PluginApiRequestOptions,
  ): Promise<PackValidation>;
  /** What another pack would do to the versions that the caller may read. */
  previewPack(
    text: string,
    limit?: number,
    options?: PluginApiRequestOptions,
  ): Promise<PackPreview>;
  listControls(options?: PluginApiRequestOptions): Promise<ControlCatalog>;
  /** Public keys of the signed verdicts. */
  getJwks(
    options?: PluginApiRequestOptions,
  ): Promise<{ keys: { [member: string]: unknown }[] }>;
  listAudit(
    query: ListAuditQuery,
    options?: PluginApiRequestOptions,
  ): Promise<AuditPage>;
  verifyAudit(
    query?: { model?: string },
    options?: PluginApiRequestOptions,
  ): Promise<AuditVerification>;
}
