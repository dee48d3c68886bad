import {
  AliasHistoryEntry,
  ListAliasesQuery,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelFacetsQuery,
  ModelRow,
  ModelSource,
  SourceState,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { ModelFilter } from './modelFilter';

/** State of each source, by id. */
export type SourceStates = ReadonlyMap<string, SourceState>;

/** How the store stood when a request began. */
export interface Snapshot {
  states: SourceStates;
  /** Moves with whatever a sync writes; absent, nothing that is counted is kept. */
  revision?: string;
}

/** Rows of a source, counted. */
export type SourceCounts = ModelSource['counts'];

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
   * @param snapshot - its states are what filters and facets may ask for
   * @throws InvalidFieldsError for a cursor of another list
   */
  listModels(
    query: ListModelsQuery,
    filter: ModelFilter,
    snapshot?: Snapshot,
  ): Promise<Page<StoredModelRow>>;

  /**
   * Values of the filters, each counted over what the other filters leave.
   */
  getFacets(
    query: ModelFacetsQuery,
    filter: ModelFilter,
    snapshot?: Snapshot,
  ): Promise<ModelFacets>;

  /** Models and versions by id of their source; tombstones are counted apart. */
  countBySource(
    filter: ModelFilter,
    snapshot?: Snapshot,
  ): Promise<Record<string, SourceCounts>>;

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
  listAliases(
    ref: string,
    query: ListAliasesQuery,
  ): Promise<Page<AliasHistoryEntry>>;
}
