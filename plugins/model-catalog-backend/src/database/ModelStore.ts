import {
  AliasHistoryEntry,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelFacetsQuery,
  ModelRow,
  SourceState,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { ModelFilter } from './modelFilter';

/** State of each source, by id. */
export type SourceStates = ReadonlyMap<string, SourceState>;

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
  /**
   * @param health - state of each source, which filters and facets may ask for
   * @throws InvalidFieldsError for a cursor of another list
   */
  listModels(
    query: ListModelsQuery,
    filter: ModelFilter,
    health?: SourceStates,
  ): Promise<Page<StoredModelRow>>;

  /**
   * Values of the filters, each counted over what the other filters leave.
   */
  getFacets(
    query: ModelFacetsQuery,
    filter: ModelFilter,
    health?: SourceStates,
  ): Promise<ModelFacets>;

  /** Whether a model exists and the filter lets it through. */
  isAllowed(ref: string, filter: ModelFilter): Promise<boolean>;

  /** Also finds a tombstone. */
  findModel(ref: string): Promise<StoredModelRow | undefined>;

  /** @throws InvalidFieldsError for a cursor of another list */
  listVersions(
    ref: string,
    query: ListVersionsQuery,
  ): Promise<Page<VersionRow>>;

  findVersion(ref: string, version: string): Promise<VersionDetail | undefined>;

  /** Where each alias of a model points and pointed, newest first. */
  listAliases(ref: string): Promise<AliasHistoryEntry[]>;
}
