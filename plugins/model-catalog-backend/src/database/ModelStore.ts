import {
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelRow,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';

/** Refs of the Models that may be read, or `all`. */
export type ReadableRefs = ReadonlySet<string> | 'all';

/** A model as it is stored; its source's state is known elsewhere. */
export type StoredModelRow = Omit<ModelRow, 'source'> & { sourceId: string };

/** A page of a list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
  totalItems: number;
}

/** Reads models and versions. The refs that it takes are lower-case. */
export interface ModelStore {
  /** @throws InvalidFieldsError for a cursor of another list */
  listModels(
    query: ListModelsQuery,
    readable: ReadableRefs,
  ): Promise<Page<StoredModelRow>>;

  /** Values of the filters over the models that are not tombstones. */
  getFacets(readable: ReadableRefs): Promise<ModelFacets>;

  /** Also finds a tombstone. */
  findModel(ref: string): Promise<StoredModelRow | undefined>;

  /** @throws InvalidFieldsError for a cursor of another list */
  listVersions(
    ref: string,
    query: ListVersionsQuery,
  ): Promise<Page<VersionRow>>;

  findVersion(ref: string, version: string): Promise<VersionDetail | undefined>;
}
