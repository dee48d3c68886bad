import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  AliasHistory,
  CollisionPage,
  Comparison,
  ConflictPage,
  Lineage,
  LineageQuery,
  ListAliasesQuery,
  ListFindingsQuery,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelFacetsQuery,
  ModelPage,
  ModelRow,
  RemovalPage,
  VersionDetail,
  VersionPage,
} from '@modelyard/plugin-model-catalog-common';
import { FindingStore } from '../database/FindingStore';
import { ModelFilter } from '../database/modelFilter';
import { ModelStore, StoredModelRow } from '../database/ModelStore';
import { compareVersions } from '../domain/compareVersions';
import { MlBom, toMlBom } from '../domain/mlBom';
import { LineageReader } from './LineageReader';
import { SourceDirectory, SourceHealth } from './SourceDirectory';

const defaultDepth = 3;

/** One version, by its model and name. */
export interface VersionAddress {
  ref: string;
  version: string;
}

/** What {@link DefaultModelCatalogService} works with. */
export interface DefaultModelCatalogServiceOptions {
  models: ModelStore;
  findings: FindingStore;
  lineage: LineageReader;
  sources: SourceDirectory;
}

/** Models and versions, without a thought for who asks. */
export class DefaultModelCatalogService {
  private constructor(
    private readonly options: DefaultModelCatalogServiceOptions,
  ) {}

  static create(
    options: DefaultModelCatalogServiceOptions,
  ): DefaultModelCatalogService {
    return new DefaultModelCatalogService(options);
  }

  async listModels(
    query: ListModelsQuery,
    filter: ModelFilter,
  ): Promise<ModelPage> {
    const { models, sources } = this.options;
    const health = await sources.getHealth();
    const snapshot = sources.snapshotOf(health);
    const page = await models.listModels(query, filter, snapshot);
    return {
      ...page,
      items: page.items.map(row => this.toModelRow(row, health)),
    };
  }

  async getFacets(
    query: ModelFacetsQuery,
    filter: ModelFilter,
  ): Promise<ModelFacets> {
    const snapshot = await this.options.sources.getSnapshot();
    return this.options.models.getFacets(query, filter, snapshot);
  }

  async getModel(ref: string): Promise<ModelRow> {
    const row = await this.findModel(ref);
    return this.toModelRow(row, await this.options.sources.getHealth());
  }

  async listVersions(
    ref: string,
    query: ListVersionsQuery,
  ): Promise<VersionPage> {
    await this.findModel(ref);
    return this.options.models.listVersions(ref, query);
  }

  async getVersion(ref: string, version: string): Promise<VersionDetail> {
    const detail = await this.options.models.findVersion(ref, version);
    if (detail) return detail;
    const { aliases } = await this.findModel(ref);
    const target = Object.hasOwn(aliases, version)
      ? aliases[version]
      : undefined;
    throw new NotFoundError(
      target === undefined
        ? `No version "${version}" of ${ref}; list its versions to see which there are`
        : `"${version}" is an alias of ${ref} and may move; name the version, now "${target}"`,
    );
  }

  async compareVersions(
    left: VersionAddress,
    right: VersionAddress,
  ): Promise<Comparison> {
    const read = async ({ ref, version }: VersionAddress) => ({
      model: await this.findModel(ref),
      version: await this.getVersion(ref, version),
    });
    return compareVersions(await read(left), await read(right));
  }

  async listAliases(
    ref: string,
    query: ListAliasesQuery,
  ): Promise<AliasHistory> {
    await this.findModel(ref);
    return this.options.models.listAliases(ref, query);
  }

  async getLineage(
    ref: string,
    query: LineageQuery,
    caller: { filter: ModelFilter; credentials: BackstageCredentials },
  ): Promise<Lineage> {
    await this.findModel(ref);
    const version =
      query.version === undefined
        ? undefined
        : await this.getVersion(ref, query.version);
    const depth = query.depth ?? defaultDepth;
    return this.options.lineage.read({ ref, version, depth, ...caller });
  }

  async getMlBom(ref: string, version: string): Promise<MlBom> {
    const detail = await this.getVersion(ref, version);
    return toMlBom(await this.getModel(ref), detail);
  }

  async listRemovals(
    query: ListFindingsQuery,
    filter: ModelFilter,
  ): Promise<RemovalPage> {
    const snapshot = await this.options.sources.getSnapshot();
    return this.options.findings.listRemovals(query, filter, snapshot);
  }

  async listConflicts(
    query: ListFindingsQuery,
    filter: ModelFilter,
  ): Promise<ConflictPage> {
    const snapshot = await this.options.sources.getSnapshot();
    return this.options.findings.listConflicts(query, filter, snapshot);
  }

  async listCollisions(
    query: ListFindingsQuery,
    filter: ModelFilter,
  ): Promise<CollisionPage> {
    const snapshot = await this.options.sources.getSnapshot();
    return this.options.findings.listCollisions(query, filter, snapshot);
  }

  private async findModel(ref: string): Promise<StoredModelRow> {
    const row = await this.options.models.findModel(ref);
    if (row) return row;
    const { name } = parseEntityRef(ref);
    throw new NotFoundError(
      `No source provides ${ref}; search the models for "${name}", or sync its source`,
    );
  }

  private toModelRow(row: StoredModelRow, health: SourceHealth): ModelRow {
    const { sourceId, ...model } = row;
    return {
      ...model,
      source: this.options.sources.describe(sourceId, health),
    };
  }
}
