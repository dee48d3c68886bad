import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  Comparison,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelPage,
  ModelRow,
  ModelSource,
  SyncRun,
  VersionDetail,
  VersionPage,
} from '@modelyard/plugin-model-catalog-common';

/**
 * The model catalog as its REST API offers it. `ref` is the lower-case entity ref
 * of a Model. What does not exist, or may not be read, is a NotFoundError.
 */
export interface ModelCatalogService {
  listModels(
    query: ListModelsQuery,
    credentials: BackstageCredentials,
  ): Promise<ModelPage>;
  getFacets(credentials: BackstageCredentials): Promise<ModelFacets>;
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
    ref: string,
    versions: { left: string; right: string },
    credentials: BackstageCredentials,
  ): Promise<Comparison>;
  listSources(
    credentials: BackstageCredentials,
  ): Promise<{ items: ModelSource[] }>;
  /** @throws NotAllowedError without the permission to sync */
  syncSource(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<{ runId: string }>;
  getRun(
    id: string,
    runId: string,
    credentials: BackstageCredentials,
  ): Promise<SyncRun>;
}
