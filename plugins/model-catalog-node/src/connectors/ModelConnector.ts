import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
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
  /** ISO 8601. */
  createdAt: string;
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
  /**
   * Details such as the card could not be read this time: a version that is
   * stored keeps its own.
   */
  isPartial?: boolean;
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
  /** Legal entity name. */
  name: string;
  title?: string;
  description?: string;
  tags?: string[];
  type: string;
  lifecycle: string;
  /** Entity ref of a group or user; absent when nobody owns the model. */
  owner?: string;
  system?: string;
  task?: string;
  /** SPDX expression. */
  license?: string;
  riskTier?: string;
  /** Entity refs of Models. */
  baseModels?: string[];
  /** Entity refs of Resources. */
  datasets?: string[];
  /** Alias to version. */
  aliases: Record<string, string>;
  versions: SourceVersion[];
  /** The item of the source that this was read from, such as a file's path. */
  location: string;
}

/**
 * Something in the source that could not be read, or not wholly.
 *
 * @public
 */
export interface SourceProblem {
  /** The item of the source, as in {@link SourceModel.location}. */
  file: string;
  /** Counted from 1. */
  line?: number;
  /** JSON Pointer into the item. */
  field?: string;
  /** What is wrong and what would be right. */
  message: string;
  /**
   * `error`: the item was not read, so the read is incomplete and nothing counts
   * as vanished. `warning`: it was, with something left out. Default `error`.
   */
  severity?: 'error' | 'warning';
}

/**
 * One page of a source.
 *
 * @public
 */
export interface SourcePage {
  models: SourceModel[];
  problems: SourceProblem[];
  /** Absent on the last page. An empty page may have one. */
  nextCursor?: string;
}

/**
 * Reads one configured source. The only code that knows the registry.
 *
 * @public
 */
export interface ModelConnector {
  /**
   * Reads a page. Throws when the source can't be reached or answers nonsense:
   * the sync then fails as a whole and what is stored stays.
   */
  readPage(options: {
    cursor?: string;
    signal: AbortSignal;
  }): Promise<SourcePage>;
}

/**
 * What every source has, whatever its type.
 *
 * @public
 */
export interface ModelConnectorContext {
  /** `id` of the source. */
  sourceId: string;
  /** The source's own configuration. */
  config: Config;
  /** Path of the source in the configuration, for messages. */
  configKey: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
}

/**
 * Makes the connector of one source. Runs once, at start-up; throws `InputError`
 * naming the configuration key when the source is set up wrongly.
 *
 * @public
 */
export type ModelConnectorFactory = (
  context: ModelConnectorContext,
) => ModelConnector;
