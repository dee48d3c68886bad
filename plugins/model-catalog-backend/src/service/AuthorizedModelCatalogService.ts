import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  LineageQuery,
  ListAliasesQuery,
  ListFindingsQuery,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacetsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { isUnfiltered } from '../database/modelFilter';
import { SourceAccess } from '../permissions/SourceAccess';
import { VersionAccess } from '../permissions/VersionAccess';
import { concealRun, concealSource } from './conceal';
import {
  DefaultModelCatalogService,
  VersionAddress,
} from './DefaultModelCatalogService';
import { LinkService } from './LinkService';
import { ModelCatalogService } from './ModelCatalogService';
import { SourceDirectory } from './SourceDirectory';

/** What {@link AuthorizedModelCatalogService} stands in front of, and asks. */
export interface AuthorizedModelCatalogServiceOptions {
  service: DefaultModelCatalogService;
  sources: SourceDirectory;
  links: LinkService;
  access: VersionAccess;
  administration: SourceAccess;
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

  async listAliases(
    ref: string,
    query: ListAliasesQuery,
    credentials: BackstageCredentials,
  ) {
    await this.options.access.assertReadable(ref, credentials);
    return this.options.service.listAliases(ref, query);
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

  async listLinks(ref: string, credentials: BackstageCredentials) {
    const { access, links } = this.options;
    await access.assertReadable(ref, credentials);
    return links.list(ref, await access.filterFor(credentials));
  }

  async stateLink(
    ref: string,
    link: { ref: string; comment?: string },
    credentials: BackstageCredentials,
  ) {
    const { access, administration, links } = this.options;
    const refs = [ref, link.ref];
    for (const linked of refs) await access.assertReadable(linked, credentials);
    await administration.assertAdministratorOf(
      `link ${ref}`,
      refs,
      credentials,
    );
    const filter = await access.filterFor(credentials);
    return links.state(ref, link, { filter, credentials });
  }

  async withdrawLink(
    refs: [string, string],
    credentials: BackstageCredentials,
  ) {
    const { access, administration, links } = this.options;
    for (const ref of refs) await access.assertReadable(ref, credentials);
    await administration.assertAdministratorOf(
      `unlink ${refs[0]}`,
      refs,
      credentials,
    );
    return links.withdraw(refs, credentials);
  }

  async listRemovals(
    query: ListFindingsQuery,
    credentials: BackstageCredentials,
  ) {
    const filter = await this.options.access.filterFor(credentials);
    return this.options.service.listRemovals(query, filter);
  }

  async listConflicts(
    query: ListFindingsQuery,
    credentials: BackstageCredentials,
  ) {
    const filter = await this.options.access.filterFor(credentials);
    return this.options.service.listConflicts(query, filter);
  }

  async listCollisions(
    query: ListFindingsQuery,
    credentials: BackstageCredentials,
  ) {
    const filter = await this.options.access.filterFor(credentials);
    return this.options.service.listCollisions(query, filter);
  }

  /**
   * Whoever is signed in sees the sources and how they are, with counts of what he
   * may read. What their runs say tells of every model.
   */
  async listSources(credentials: BackstageCredentials) {
    const filter = await this.options.access.filterFor(credentials);
    const { items } = await this.options.sources.list(filter);
    return { items: isUnfiltered(filter) ? items : items.map(concealSource) };
  }

  async syncSource(
    id: string,
    request: { acceptRemovals?: boolean },
    credentials: BackstageCredentials,
  ) {
    const { administration, sources } = this.options;
    await administration.assertAdministrator(
      `sync source "${id}"`,
      [id],
      credentials,
    );
    return sources.sync(id, request, credentials);
  }

  async getRun(id: string, runId: string, credentials: BackstageCredentials) {
    const filter = await this.options.access.filterFor(credentials);
    const run = await this.options.sources.getRun(id, runId);
    return isUnfiltered(filter) ? run : concealRun(run);
  }
}
