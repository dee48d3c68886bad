import {
  DigestKind,
  ModelArtifact,
  ModelDataset,
  ModelMetric,
  VersionDetail,
} from '@modelyard/plugin-model-catalog-common';

/** A version ready to be stored. */
export interface VersionRecord {
  nativeId: string;
  version: string;
  /** UTC ISO 8601 with milliseconds, so that text sorts by time. */
  createdAt: string;
  createdBy?: string;
  status: 'ready' | 'pending' | 'failed';
  stage?: string;
  digest: string;
  digestKind: DigestKind;
  artifacts: ModelArtifact[];
  metrics: ModelMetric[];
  params: Record<string, string>;
  datasets: ModelDataset[];
  run?: VersionDetail['run'];
  links: VersionDetail['links'];
  card?: string;
  uri?: string;
  labels: Record<string, string>;
  /** How much of the version was read, see `SourceVersion.extent`. */
  extent: 'whole' | 'partial' | 'head';
  /** Hashes of what must never change, see `contentMarks`. */
  marks: string;
  /** Hash of what may change. */
  detailHash: string;
}

/** A model ready to be stored. */
export interface ModelRecord {
  nativeId: string;
  /** Lower-case entity refs that the model may get, best first. */
  refs: string[];
  /** The source insists on the one ref: it may take it over, or is refused. */
  insists: boolean;
  title: string;
  description?: string;
  type: string;
  lifecycle: string;
  owner?: string;
  /** Groups that own the model if they exist, best first; none when its source names the owner. */
  ownerCandidates: string[];
  system?: string;
  task?: string;
  license?: string;
  riskTier?: string;
  tags: string[];
  baseModels: string[];
  /** Titles of base models that the source does not name by ref. */
  baseModelTitles: string[];
  datasets: string[];
  location: string;
  contentHash: string;
  /** As in `SourceModel.mark`; absent when something of the model was not read. */
  mark?: string;
  /** As in `SourceModel.listsCurrentOnly`. */
  listsCurrentOnly: boolean;
  aliases: Record<string, string>;
  versions: VersionRecord[];
}

/** What a sync needs to know of a stored model. */
export interface StoredModel {
  id: number;
  sourceId: string;
  nativeId: string;
  ref: string;
  contentHash: string;
  mark: string | null;
  tombstoned: boolean;
}

/** What a sync needs to know of a stored version. */
export interface StoredVersion {
  id: number;
  modelId: number;
  version: string;
  marks: string;
  detailHash: string;
  tombstoned: boolean;
}

/** A conflict that has not ended. */
export interface OpenConflict {
  id: number;
  versionId: number;
  marks: string;
}

/** Where an alias points. */
export interface CurrentAlias {
  id: number;
  modelId: number;
  alias: string;
  version: string;
}

/** Everything a sync compares with what it has read. */
export interface StoredState {
  models: StoredModel[];
  versions: StoredVersion[];
  conflicts: OpenConflict[];
  aliases: CurrentAlias[];
}
