import { BackstageCredentials } from '@backstage/backend-plugin-api';
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
  ModelLink,
  ModelPage,
  ModelRow,
  ModelSource,
  RemovalPage,
  SyncRun,
  VersionDetail,
  VersionPage,
} from '@modelyard/plugin-model-catalog-common';
import { MlBom } from '../domain/mlBom';
import { VersionAddress } from './DefaultModelCatalogService';

/**
 * The model catalog as its REST API offers it. `ref` is the lower-case entity ref
 * of a Model. What does not exist, or may not be read, is a NotFoundError.
 */
export interface ModelCatalogService {
  listModels(
    query: ListModelsQuery,
    credentials: BackstageCredentials,
  ): Promise<ModelPage>;
  getFacets(
    query: ModelFacetsQuery,
    credentials: BackstageCredentials,
  ): Promise<ModelFacets>;
  getModel(ref: string, credentials: BackstageCredentials): Promise<ModelRow>;
  listVersions(
    ref: string,
    query: ListVersionsQuery,
    credentials: BackstageCredentials,
  ): Promise<VersionPage>;
  getVersion(
    ref: string,
    version: string,
    credentials: BackstageCredentials,
  ): Promise<VersionDetail>;
  compareVersions(
    left: VersionAddress,
    right: VersionAddress,
    credentials: BackstageCredentials,
  ): Promise<Comparison>;
  listAliases(
    ref: string,
    query: ListAliasesQuery,
    credentials: BackstageCredentials,
  ): Promise<AliasHistory>;
  getLineage(
    ref: string,
    query: LineageQuery,
    credentials: BackstageCredentials,
  ): Promise<Lineage>;
  getMlBom(
    ref: string,
    version: string,
    credentials: BackstageCredentials,
  ): Promise<MlBom>;
  listLinks(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<{ items: ModelLink[] }>;
  /** @throws NotAllowedError without the permission to administer sources */
  stateLink(
    ref: string,
    link: { ref: string; comment?: string },
    credentials: BackstageCredentials,
  ): Promise<ModelLink>;
  /** @throws NotAllowedError without the permission to administer sources */
  withdrawLink(
    refs: [string, string],
    credentials: BackstageCredentials,
  ): Promise<void>;
  listRemovals(
    query: ListFindingsQuery,
    credentials: BackstageCredentials,
  ): Promise<RemovalPage>;
  listConflicts(
    query: ListFindingsQuery,
    credentials: BackstageCredentials,
  ): Promise<ConflictPage>;
  listCollisions(
    query: ListFindingsQuery,
    credentials: BackstageCredentials,
  ): Promise<CollisionPage>;
  listSources(
    credentials: BackstageCredentials,
  ): Promise<{ items: ModelSource[] }>;
  /** @throws NotAllowedError without the permission to administer sources */
  syncSource(
    id: string,
    request: { acceptRemovals?: boolean },
    credentials: BackstageCredentials,
  ): Promise<{ runId: string }>;
  getRun(
    id: string,
    runId: string,
    credentials: BackstageCredentials,
  ): Promise<SyncRun>;
}
