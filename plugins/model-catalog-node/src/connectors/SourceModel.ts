import {
  DigestKind,
  ModelArtifact,
  ModelDataset,
  ModelMetric,
} from '@modelyard/plugin-model-catalog-common';

/**
 * One version as its registry tells it. Text in it is untrusted; the catalog
 * strips secrets from addresses before it stores them.
 *
 * @public
 */
export interface SourceVersion {
  /** Identity of the version inside the source; never used again for another. */
  nativeId: string;
  version: string;
  /** ISO 8601. A head that has its own digest may lack it. */
  createdAt?: string;
  /** Entity ref of who made the version. */
  createdBy?: string;
  status: 'ready' | 'pending' | 'failed';
  stage?: string;
  /**
   * The registry's own digest of the whole version. Left out, the catalog
   * computes one from the artifacts, or from the record when they have none.
   */
  digest?: { value: string; kind: Exclude<DigestKind, 'record'> };
  artifacts: ModelArtifact[];
  /** The first one is the primary metric. */
  metrics: ModelMetric[];
  params: Record<string, string>;
  datasets: ModelDataset[];
  run?: { id?: string; url?: string; commit?: string };
  links?: { url: string; title: string }[];
  /** Markdown. */
  card?: string;
  /** Key and value as the registry has them; only allowed ones are stored. */
  labels?: Record<string, string>;
  /**
   * `head`: this is what a list tells; artifacts, metrics, params, datasets and
   * run are still to be read, see {@link ModelConnector.readVersions}.
   * `partial`: details such as the card could not be read this time, and a version
   * that is stored keeps its own. Default `whole`.
   */
  extent?: 'whole' | 'partial' | 'head';
  /** Where the version lies in the registry. */
  uri?: string;
}

/**
 * One model as its registry tells it, with all of its versions.
 *
 * @public
 */
export interface SourceModel {
  /** Identity of the model inside the source; survives a change of title. */
  nativeId: string;
  /** DNS label. Default `default`. */
  namespace?: string;
  /**
   * Entity name that the source insists on: when it is taken, the model is
   * refused. Left out, the catalog makes one from the title.
   */
  name?: string;
  /** What people call the model: its name in the registry. */
  title: string;
  description?: string;
  tags?: string[];
  /** Key and value as the registry has them; only allowed ones are stored. */
  labels?: Record<string, string>;
  /** Default `unknown`. */
  type?: string;
  /** Default `unknown`. */
  lifecycle?: string;
  /** Entity ref of a group or user; absent, the source's rules decide. */
  owner?: string;
  system?: string;
  task?: string;
  /** SPDX expression. */
  license?: string;
  riskTier?: string;
  /** Entity refs of Models. */
  baseModels?: string[];
  /** Titles of base models, as another model of some source may have them. */
  baseModelTitles?: string[];
  /** Entity refs of Resources. */
  datasets?: string[];
  /** Alias to version. */
  aliases: Record<string, string>;
  versions: SourceVersion[];
  /** The source lists current versions only: one that is missing is older, not gone. */
  listsCurrentOnly?: boolean;
  /** The item of the source that this was read from, such as a file's path. */
  location: string;
  /** Changes whenever the model or one of its versions does, if the source has such a thing. */
  mark?: string;
}
