import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ListModelsQuery,
  ListVersionsQuery,
  modelCatalogSourceSyncPermission,
} from '@modelyard/plugin-model-catalog-common';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import { DefaultModelCatalogService } from './DefaultModelCatalogService';
import { ModelCatalogService } from './ModelCatalogService';

/** What {@link AuthorizedModelCatalogService} stands in front of, and asks. */
export interface AuthorizedModelCatalogServiceOptions {
  service: DefaultModelCatalogService;
  access: ModelAccess;
  permissions: PermissionsService;
}

/** The only place that knows who may do what in the model catalog. */
export class AuthorizedModelCatalogService implements ModelCatalogService {
  private constructor(
    private readonly options: AuthorizedModelCatalogServiceOptions,
  ) {}

  static create(
    options: AuthorizedModelCatalogServiceOptions,
  ): AuthorizedModelCatalogService {
    return new AuthorizedModelCatalogService(options);
  }

  async listModels(query: ListModelsQuery, credentials: BackstageCredentials) {
    const readable = await this.options.access.readableRefs(credentials);
    return this.options.service.listModels(query, readable);
  }

  async getFacets(credentials: BackstageCredentials) {
    const readable = await this.options.access.readableRefs(credentials);
    return this.options.service.getFacets(readable);
  }

  async getModel(ref: string, credentials: BackstageCredentials) {
    await this.options.access.assertReadable(ref, credentials);
    return this.options.service.getModel(ref);
  }

  async listVersions(
    ref: string,
    query: ListVersionsQuery,
    credentials: BackstageCredentials,
  ) {
    await this.options.access.assertReadable(ref, credentials);
    return this.options.service.listVersions(ref, query);
  }

  async getVersion(
    ref: string,
    version: string,
    credentials: BackstageCredentials,
  ) {
    await this.options.access.assertReadable(ref, credentials);
    return this.options.service.getVersion(ref, version);
  }

  async compareVersions(
    ref: string,
    versions: { left: string; right: string },
    credentials: BackstageCredentials,
  ) {
    await this.options.access.assertReadable(ref, credentials);
    return this.options.service.compareVersions(ref, versions);
  }

  /** Whoever is signed in sees the sources; problems name files, not content. */
  listSources(_credentials: BackstageCredentials) {
    return this.options.service.listSources();
  }

  async syncSource(id: string, credentials: BackstageCredentials) {
    const [decision] = await this.options.permissions.authorize(
      [{ permission: modelCatalogSourceSyncPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        `You may not sync source "${id}"; ask for the permission ${modelCatalogSourceSyncPermission.name}`,
      );
    return this.options.service.syncSource(id, credentials);
  }

  getRun(id: string, runId: string, _credentials: BackstageCredentials) {
    return this.options.service.getRun(id, runId);
  }
}
