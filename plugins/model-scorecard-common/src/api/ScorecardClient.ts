import {
  modelPath,
  PluginApiClient,
  PluginApiClientOptions,
  PluginApiRequestOptions,
} from '@modelyard/plugin-model-catalog-common';
import { paths } from '../schema/openapi.generated';
import {
  EvidenceInput,
  ListAuditQuery,
  ListEvidenceQuery,
  ListReviewsQuery,
  ListScorecardsQuery,
  RegistrationInput,
  ReviewInput,
  ScorecardApi,
  StreamEvidenceQuery,
} from './ScorecardApi';

/**
 * {@link ScorecardApi} over HTTP.
 *
 * @public
 */
export class ScorecardClient
  extends PluginApiClient<paths>
  implements ScorecardApi
{
  static create(options: PluginApiClientOptions): ScorecardClient {
    return new ScorecardClient('model-scorecard', options);
  }

  getScorecard(
    ref: string,
    version: string,
    environment?: string,
    options?: PluginApiRequestOptions,
  ) {
    const path = { ...modelPath(ref), version };
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/versions/{version}/scorecard', {
          params: { path, query: { environment } },
        }),
      options,
    );
  }

  listVersionScorecards(
    ref: string,
    version: string,
    environments?: string[],
    options?: PluginApiRequestOptions,
  ) {
    const path = { ...modelPath(ref), version };
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/versions/{version}/scorecards', {
          params: { path, query: { environment: environments } },
        }),
      options,
    );
  }

  getVerdict(
    ref: string,
    version: string,
    environment?: string,
    options?: PluginApiRequestOptions,
  ) {
    const path = { ...modelPath(ref), version };
    return this.call(
      c =>
        c.GET('/models/{namespace}/{name}/versions/{version}/verdict', {
          params: { path, query: { environment } },
        }),
      options,
    );
  }

  listScorecards(
    query: ListScorecardsQuery,
    options?: PluginApiRequestOptions,
  ) {
    return this.call(c => c.GET('/scorecards', { params: { query } }), options);
  }

  listEvidence(query: ListEvidenceQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/evidence', { params: { query } }), options);
  }

  getEvidence(id: string, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/evidence/{id}', { params: { path: { id } } }),
      options,
    );
  }

  async getEvidenceDocument(id: string, options?: PluginApiRequestOptions) {
    return this.call(
      c =>
        c.GET('/evidence/{id}/document', {
          params: { path: { id } },
          parseAs: 'text',
        }),
      options,
    );
  }

  createEvidence(input: EvidenceInput, options?: PluginApiRequestOptions) {
    return this.call(c => c.POST('/evidence', { body: input }), options);
  }

  streamEvidence(
    query: StreamEvidenceQuery,
    report: string,
    options?: PluginApiRequestOptions,
  ) {
    return this.call(
      c =>
        c.POST('/evidence/stream', {
          params: { query },
          body: report,
          bodySerializer: body => body,
          headers: { 'Content-Type': 'application/octet-stream' },
        }),
      options,
    );
  }

  listReviews(query: ListReviewsQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/reviews', { params: { query } }), options);
  }

  createReview(input: ReviewInput, options?: PluginApiRequestOptions) {
    return this.call(c => c.POST('/reviews', { body: input }), options);
  }

  listRoles(options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/roles'), options);
  }

  createRegistration(
    input: RegistrationInput,
    options?: PluginApiRequestOptions,
  ) {
    return this.call(c => c.POST('/registrations', { body: input }), options);
  }

  listPacks(options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/packs'), options);
  }

  validatePack(text: string, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.POST('/packs/validate', { body: { text } }),
      options,
    );
  }

  previewPack(text: string, limit?: number, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.POST('/packs/preview', { body: { text, limit } }),
      options,
    );
  }

  listControls(options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/controls'), options);
  }

  getJwks(options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/.well-known/jwks.json'), options);
  }

  listAudit(query: ListAuditQuery, options?: PluginApiRequestOptions) {
    return this.call(c => c.GET('/audit', { params: { query } }), options);
  }

  verifyAudit(query?: { model?: string }, options?: PluginApiRequestOptions) {
    return this.call(
      c => c.GET('/audit/verify', { params: { query } }),
      options,
    );
  }
}
