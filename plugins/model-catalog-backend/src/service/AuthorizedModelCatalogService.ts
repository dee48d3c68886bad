import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  LineageQuery,
  ListModelsQuery,
  ListVersionsQuery,
  modelCatalogSourceAdministerPermission,
  ModelFacetsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { VersionAccess } from '../permissions/VersionAccess';
import {
  DefaultModelCatalogService,
  VersionAddress,
} from './DefaultModelCatalogService';
import { ModelCatalogService } from './ModelCatalogService';

/** What {@link AuthorizedModelCatalogService} stands in front of, and asks. */
export interface AuthorizedModelCatalogServiceOptions {
  service: DefaultModelCatalogService;
  access: VersionAccess;
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
    const filter = await this.options.access.filterFor(credentials);
    return this.options.service.listModels(query, filter);
  }

  async getFacets(query: ModelFacetsQuery, credentials: BackstageCredentials) {
    const filter = await this.options.access.filterFor(credentials);
    return this.options.service.getFacets(query, filter);
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
    left: VersionAddress,
    right: VersionAddress,
    credentials: BackstageCredentials,
  ) {
    for (const ref of new Set([left.ref, right.ref]))
      await this.options.access.assertReadable(ref, credentials);
    return this.options.service.compareVersions(left, right);
  }

  async listAliases(ref: string, credentials: BackstageCredentials) {
    await this.options.access.assertReadable(ref, credentials);
    return this.options.service.listAliases(ref);
  }

  async getLineage(
    ref: string,
    query: LineageQuery,
    credentials: BackstageCredentials,
  ) {
    const { access, service } = this.options;
    await access.assertReadable(ref, credentials);
    const filter = await access.filterFor(credentials);
    return service.getLineage(ref, query, { filter, credentials });
  }

  async getMlBom(
    ref: string,
    version: string,
    credentials: BackstageCredentials,
  ) {
    await this.options.access.assertReadable(ref, credentials);
    return this.options.service.getMlBom(ref, version);
  }

  /** Whoever is signed in sees the sources; problems name files, not content. */
  listSources(_credentials: BackstageCredentials) {
    return this.options.service.listSources();
  }

  async syncSource(
    id: string,
    request: { acceptRemovals?: boolean },
    credentials: BackstageCredentials,
  ) {
    const [decision] = await this.options.permissions.authorize(
      [{ permission: modelCatalogSourceAdministerPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        `You may not sync source "${id}"; ask for the permission ${modelCatalogSourceAdministerPermission.name}`,
      );
    return this.options.service.syncSource(id, request, credentials);
  }

  getRun(id: string, runId: string, _credentials: BackstageCredentials) {
    return this.options.service.getRun(id, runId);
  }
}
