import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import {
  DsseEnvelope,
  EvidenceInput,
  ListAuditQuery,
  ListEvidenceQuery,
  ListReviewsQuery,
  ListScorecardsQuery,
  RegistrationInput,
  ReviewInput,
  scorecardEvidenceCreatePermission,
  scorecardReviewCreatePermission,
  scorecardTierRegisterPermission,
} from '@modelyard/plugin-model-scorecard-common';
import { normalModelRef } from '../catalog/fullModelRef';
import { StreamedInput } from '../intake/readStreamedReport';
import {
  CallOptions,
  ReportOptions,
  ScorecardQuestion,
  ScorecardService,
  VerdictOptions,
} from './ScorecardService';

/** Options of {@link AuthorizedScorecardService.create}. */
export interface AuthorizedScorecardServiceOptions {
  service: ScorecardService;
  access: ModelAccess;
  permissions: PermissionsService;
}

/**
 * Asks for permission before the scorecard's domain does anything: reading is a
 * matter of the Model entity, writing of the plugin's own permissions too.
 */
export class AuthorizedScorecardService implements ScorecardService {
  private constructor(
    private readonly options: AuthorizedScorecardServiceOptions,
  ) {}

  static create(
    options: AuthorizedScorecardServiceOptions,
  ): AuthorizedScorecardService {
    return new AuthorizedScorecardService(options);
  }

  async getScorecard(question: ScorecardQuestion, options: CallOptions) {
    await this.assertReadable(question.ref, options);
    return this.options.service.getScorecard(question, options);
  }

  async listVersionScorecards(
    question: Parameters<ScorecardService['listVersionScorecards']>[0],
    options: CallOptions,
  ) {
    await this.assertReadable(question.ref, options);
    return this.options.service.listVersionScorecards(question, options);
  }

  async getVerdict(question: ScorecardQuestion, options: VerdictOptions) {
    await this.assertReadable(question.ref, options);
    return this.options.service.getVerdict(question, options);
  }

  async listScorecards(
    query: ListScorecardsQuery,
    { credentials }: CallOptions,
  ) {
    const readable = await this.options.access.readableRefs(credentials);
    return this.options.service.listScorecards(query, {
      credentials,
      readable,
    });
  }

  async addEvidence(input: EvidenceInput | DsseEnvelope, options: CallOptions) {
    return this.options.service.addEvidence(input, this.reporting(options));
  }

  async addStreamedEvidence(input: StreamedInput, options: CallOptions) {
    return this.options.service.addStreamedEvidence(
      input,
      this.reporting(options),
    );
  }

  async getEvidence(id: string, options: CallOptions) {
    const record = await this.options.service.getEvidence(id, options);
    await this.assertReadable(record.subject.ref, options);
    return record;
  }

  async getEvidenceDocument(id: string, options: CallOptions) {
    await this.getEvidence(id, options);
    return this.options.service.getEvidenceDocument(id, options);
  }

  async listEvidence(query: ListEvidenceQuery, options: CallOptions) {
    await this.assertReadable(query.model, options);
    return this.options.service.listEvidence(query, options);
  }

  async listReviews(query: ListReviewsQuery, options: CallOptions) {
    await this.assertReadable(query.model, options);
    return this.options.service.listReviews(query, options);
  }

  async addReview(input: ReviewInput, options: CallOptions) {
    const { ref } = input.subject;
    await this.assertReadable(ref, options);
    await this.assertAllowed(scorecardReviewCreatePermission, ref, options);
    return this.options.service.addReview(input, options);
  }

  async listRoles(options: CallOptions) {
    return this.options.service.listRoles(options);
  }

  async addRegistration(input: RegistrationInput, options: CallOptions) {
    await this.assertReadable(input.ref, options);
    await this.assertAllowed(
      scorecardTierRegisterPermission,
      input.ref,
      options,
    );
    return this.options.service.addRegistration(input, options);
  }

  async previewPack(text: string, limit: number, { credentials }: CallOptions) {
    const readable = await this.options.access.readableRefs(credentials);
    return this.options.service.previewPack(text, limit, {
      credentials,
      readable,
    });
  }

  async listAudit(query: ListAuditQuery, { credentials }: CallOptions) {
    const readable = await this.options.access.readableRefs(credentials);
    return this.options.service.listAudit(query, { credentials, readable });
  }

  async verifyAudit(query: { model?: string }, options: CallOptions) {
    if (query.model) await this.assertReadable(query.model, options);
    return this.options.service.verifyAudit(query, options);
  }

  private reporting(options: CallOptions): ReportOptions {
    return {
      ...options,
      assertAllowed: async ref => {
        await this.assertReadable(ref, options);
        await this.assertAllowed(
          scorecardEvidenceCreatePermission,
          ref,
          options,
        );
      },
    };
  }

  private async assertReadable(
    ref: string,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<void> {
    await this.options.access.assertReadable(normalModelRef(ref), credentials);
  }

  private async assertAllowed(
    permission: ResourcePermission,
    ref: string,
    { credentials }: CallOptions,
  ): Promise<void> {
    const [decision] = await this.options.permissions.authorize(
      [{ permission, resourceRef: normalModelRef(ref) }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        `You lack the permission ${permission.name} for ${ref}; ask a platform engineer for it`,
      );
  }
}
