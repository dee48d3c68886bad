import { randomUUID } from 'node:crypto';
import { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  DsseEnvelope,
  EvidenceInput,
  ListAuditQuery,
  ListEvidenceQuery,
  ListReviewsQuery,
  ListScorecardsQuery,
  readPack,
  Registration,
  RegistrationInput,
  ReviewInput,
} from '@modelyard/plugin-model-scorecard-common';
import { normalModelRef } from '../catalog/fullModelRef';
import { VersionDirectory } from '../catalog/VersionDirectory';
import { AuditLog } from '../database/AuditLog';
import { AuditVerifier } from '../database/AuditVerifier';
import { FactStore } from '../database/FactStore';
import { KnownVersion, SubjectStore } from '../database/SubjectStore';
import { StreamedInput } from '../intake/readStreamedReport';
import { PackKeeper } from '../packs/PackKeeper';
import { callerOf } from './callerOf';
import { EvidenceDesk } from './EvidenceDesk';
import { Evaluator } from './Evaluator';
import { previewPack } from './previewPack';
import { ReviewDesk } from './ReviewDesk';
import {
  CallOptions,
  ListOptions,
  ReportOptions,
  ScorecardQuestion,
  ScorecardService,
  VerdictOptions,
} from './ScorecardService';
import { VerdictIssuer } from './VerdictIssuer';

/** Options of {@link DefaultScorecardService.create}. */
export interface DefaultScorecardServiceOptions {
  auth: AuthService;
  audit: { log: AuditLog; verifier: AuditVerifier };
  desk: ReviewDesk;
  directory: VersionDirectory;
  evaluator: Evaluator;
  facts: FactStore;
  environments: string[];
  evidence: EvidenceDesk;
  packs: PackKeeper;
  verdicts: VerdictIssuer;
  subjects: SubjectStore;
  /** UTC ISO 8601. */
  now: () => string;
}

const defaultLimit = 50;

/** {@link ScorecardService} on the stores; knows no permissions. */
export class DefaultScorecardService implements ScorecardService {
  private constructor(
    private readonly options: DefaultScorecardServiceOptions,
  ) {}

  static create(
    options: DefaultScorecardServiceOptions,
  ): DefaultScorecardService {
    return new DefaultScorecardService(options);
  }

  async getScorecard(question: ScorecardQuestion, options: CallOptions) {
    const [scorecard] = await this.listVersionScorecards(
      { ...question, environments: [question.environment] },
      options,
    );
    return scorecard;
  }

  async listVersionScorecards(
    question: Parameters<ScorecardService['listVersionScorecards']>[0],
    options: CallOptions,
  ) {
    const version = await this.find(question, options);
    const { environments = this.options.environments } = question;
    const { evaluator } = this.options;
    return (await evaluator.scorecardsOf(version, environments)).scorecards;
  }

  async getVerdict(
    question: ScorecardQuestion,
    { credentials, knownTag }: VerdictOptions,
  ) {
    const { environment } = question;
    const { subjects, verdicts } = this.options;
    if (knownTag) {
      const ref = normalModelRef(question.ref);
      const known = await subjects.get(ref, question.version);
      const tag =
        known &&
        !known.removed &&
        (await verdicts.standingTag(known, environment));
      if (tag && knownTag.includes(tag)) return { etag: tag };
    }
    const version = await this.find(question, { credentials });
    return verdicts.issue(version, environment);
  }

  async listScorecards(query: ListScorecardsQuery, options: ListOptions) {
    const {
      environment = 'prod',
      limit = defaultLimit,
      model,
      version,
    } = query;
    return this.options.subjects.list({
      ...query,
      environment,
      limit,
      models: model?.map(normalModelRef),
      versions: version,
      readable: options.readable ?? 'all',
    });
  }

  async addEvidence(
    input: EvidenceInput | DsseEnvelope,
    options: ReportOptions,
  ) {
    return this.options.evidence.add(input, options);
  }

  async addStreamedEvidence(input: StreamedInput, options: ReportOptions) {
    return this.options.evidence.addStreamed(input, options);
  }

  async getEvidence(id: string) {
    return this.options.evidence.get(id);
  }

  async getEvidenceDocument(id: string) {
    return this.options.evidence.documentOf(id);
  }

  async listEvidence({ model, ...query }: ListEvidenceQuery) {
    const { facts } = this.options;
    const filter = { model: normalModelRef(model), limit: defaultLimit };
    return facts.listEvidence({ ...filter, ...query });
  }

  async listReviews({ model, ...query }: ListReviewsQuery) {
    const { facts } = this.options;
    const filter = { model: normalModelRef(model), limit: defaultLimit };
    return facts.listReviews({ ...filter, ...query });
  }

  async addReview(input: ReviewInput, options: CallOptions) {
    const { desk, facts, evaluator } = this.options;
    const version = await this.find(input.subject, options);
    const review = await desk.sign(input, version, options.credentials);
    await facts.addReview(review, { actor: review.by, at: review.at });
    await evaluator.refresh(version);
    return review;
  }

  async listRoles({ credentials }: CallOptions) {
    return this.options.desk.rolesOf(credentials);
  }

  async addRegistration(input: RegistrationInput, options: CallOptions) {
    const { facts, evaluator, auth, now, subjects } = this.options;
    const ref = normalModelRef(input.ref);
    if (!(await subjects.all(ref)).length)
      throw new NotFoundError(`No model ${ref} with versions is known yet`);
    const registration: Registration = {
      id: randomUUID(),
      ref,
      tier: input.tier,
      purpose: input.purpose,
      personalData: input.personalData,
      by: callerOf(auth, options.credentials),
      at: now(),
    };
    const { by, at } = registration;
    await facts.addRegistration(registration, { actor: by, at });
    await evaluator.refreshModel(ref);
    return registration;
  }

  async previewPack(text: string, limit: number, { readable }: ListOptions) {
    const { facts, subjects, packs, environments, now } = this.options;
    const { pack: candidate, problems } = readPack(text);
    if (!candidate)
      throw new InvalidFieldsError(
        problems.map(({ path, line, message }) => ({
          path: '/text',
          message: `line ${line ?? 1} ${path || '/'} ${message}`,
        })),
      );
    const mayRead = (ref: string) =>
      !readable || readable === 'all' || readable.has(ref);
    const versions = (await subjects.all()).filter(
      ({ ref, removed }) => !removed && mayRead(ref),
    );
    return previewPack({
      versions,
      environments,
      facts,
      candidate,
      limit,
      current: packs.current(),
      now: now(),
    });
  }

  async listAudit(query: ListAuditQuery, options: ListOptions) {
    return this.options.audit.log.list({
      limit: defaultLimit,
      ...query,
      model: query.model && normalModelRef(query.model),
      readable: options.readable ?? 'all',
    });
  }

  async verifyAudit({ model }: { model?: string }) {
    return this.options.audit.verifier.verify(model && normalModelRef(model));
  }

  private async find(
    { ref, version }: { ref: string; version: string },
    { credentials }: CallOptions,
  ): Promise<KnownVersion> {
    const { directory } = this.options;
    return directory.find(normalModelRef(ref), version, credentials);
  }
}
