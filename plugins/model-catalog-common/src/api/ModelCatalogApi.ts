import { components, operations } from '../schema/openapi.generated';
import { PluginApiRequestOptions } from './PluginApiClient';

type Schemas = components['schemas'];

/** One model with its latest version and aliases. @public */
export type ModelRow = Schemas['ModelRow'];
/** A page of models. @public */
export type ModelPage = Schemas['ModelPage'];
/** Values of the filters of the models list. @public */
export type ModelFacets = Schemas['ModelFacets'];
/** One version in a list. @public */
export type VersionRow = Schemas['VersionRow'];
/** A page of versions. @public */
export type VersionPage = Schemas['VersionPage'];
/** One version with everything its registry tells. @public */
export type VersionDetail = Schemas['VersionDetail'];
/** What differs between two versions. @public */
export type Comparison = Schemas['Comparison'];
/** A page of where the aliases of a model pointed. @public */
export type AliasHistory = Schemas['AliasHistory'];
/** Where an alias pointed, and when. @public */
export type AliasHistoryEntry = Schemas['AliasHistoryEntry'];
/** Where a model comes from and what came of it. @public */
export type Lineage = Schemas['Lineage'];
/** A CycloneDX 1.6 document. @public */
export type MlBomDocument =
  operations['getMlBom']['responses'][200]['content']['application/vnd.cyclonedx+json'];
/** A measured value of a version. @public */
export type ModelMetric = Schemas['Metric'];
/** A file of a version. @public */
export type ModelArtifact = Schemas['Artifact'];
/** A dataset that a version was made or measured with. @public */
export type ModelDataset = Schemas['Dataset'];
/** Another model that is the same as one. @public */
export type ModelLink = Schemas['ModelLink'];
/** A model or version that vanished from its source. @public */
export type Removal = Schemas['Removal'];
/** A page of what vanished. @public */
export type RemovalPage = Schemas['RemovalPage'];
/** A version of which its source now tells otherwise. @public */
export type OpenConflict = Schemas['OpenConflict'];
/** A page of open conflicts. @public */
export type ConflictPage = Schemas['ConflictPage'];
/** A model that did not get the name of its title. @public */
export type Collision = Schemas['Collision'];
/** A page of collisions. @public */
export type CollisionPage = Schemas['CollisionPage'];
/** Health and freshness of a source. @public */
export type ModelSource = Schemas['Source'];
/** `fresh`, `stale` or `failed`. @public */
export type SourceState = Schemas['SourceState'];
/** Where the digest of a version comes from. @public */
export type DigestKind = Schemas['DigestKind'];
/** One run of a source. @public */
export type SyncRun = Schemas['SyncRun'];

/** Query of the models list. @public */
export type ListModelsQuery = NonNullable<
  operations['listModels']['parameters']['query']
>;
/** Filters over which facets are counted. @public */
export type ModelFacetsQuery = NonNullable<
  operations['getModelFacets']['parameters']['query']
>;
/** Query of the versions list. @public */
export type ListVersionsQuery = NonNullable<
  operations['listVersions']['parameters']['query']
>;

/** Query of the history of aliases. @public */
export type ListAliasesQuery = NonNullable<
  operations['listAliases']['parameters']['query']
>;

/** Query of the lists of removals, conflicts and collisions. @public */
export type ListFindingsQuery = NonNullable<
  operations['listRemovals']['parameters']['query']
>;

/** Which versions to compare. @public */
export type CompareVersionsQuery =
  operations['compareVersions']['parameters']['query'];
/** How far a lineage goes. @public */
export type LineageQuery = NonNullable<
  operations['getLineage']['parameters']['query']
>;

/**
 * The model catalog as its REST API offers it. `ref` is the entity ref of a
 * Model, such as `model:default/credit-risk`. Every call throws `ResponseError`.
 *
 * @public
 */
export interface ModelCatalogApi {
  listModels(
    query: ListModelsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ModelPage>;
  getModelFacets(
    query: ModelFacetsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ModelFacets>;
  getModel(ref: string, options?: PluginApiRequestOptions): Promise<ModelRow>;
  listVersions(
    ref: string,
    query: ListVersionsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<VersionPage>;
  getVersion(
    ref: string,
    version: string,
    options?: PluginApiRequestOptions,
  ): Promise<VersionDetail>;
  /** Two versions of a model, or of this one and another. */
  compareVersions(
    ref: string,
    versions: CompareVersionsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<Comparison>;
  listAliases(
    ref: string,
    query: ListAliasesQuery,
    options?: PluginApiRequestOptions,
  ): Promise<AliasHistory>;
  getLineage(
    ref: string,
    query: LineageQuery,
    options?: PluginApiRequestOptions,
  ): Promise<Lineage>;
  getMlBom(
    ref: string,
    version: string,
    options?: PluginApiRequestOptions,
  ): Promise<MlBomDocument>;
  /** Models of any source that are the same as this one. */
  listLinks(
    ref: string,
    options?: PluginApiRequestOptions,
  ): Promise<{ items: ModelLink[] }>;
  /** States that two models are the same; for administrators of sources. */
  stateLink(
    ref: string,
    link: { ref: string; comment?: string },
    options?: PluginApiRequestOptions,
  ): Promise<ModelLink>;
  /** Withdraws a statement; models with the same digest stay linked. */
  withdrawLink(
    ref: string,
    otherRef: string,
    options?: PluginApiRequestOptions,
  ): Promise<void>;
  /** What vanished from its source, latest first. */
  listRemovals(
    query: ListFindingsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<RemovalPage>;
  /** Versions of which their source now tells otherwise, latest first. */
  listConflicts(
    query: ListFindingsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<ConflictPage>;
  /** Models that did not get the entity name of their title. */
  listCollisions(
    query: ListFindingsQuery,
    options?: PluginApiRequestOptions,
  ): Promise<CollisionPage>;
  listSources(
    options?: PluginApiRequestOptions,
  ): Promise<{ items: ModelSource[] }>;
  syncSource(
    id: string,
    request?: { acceptRemovals?: boolean },
    options?: PluginApiRequestOptions,
  ): Promise<{ runId: string }>;
  getSyncRun(
    id: string,
    runId: string,
    options?: PluginApiRequestOptions,
  ): Promise<SyncRun>;
}
