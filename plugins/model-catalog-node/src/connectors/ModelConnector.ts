import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { SourceModel, SourceVersion } from './SourceModel';

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
  /** `nativeId` of models that still have the mark they were stored with. */
  unchanged?: string[];
  problems: SourceProblem[];
  /**
   * Where a read that was cut off after this page can go on. Absent where the
   * source offers no such place.
   */
  cursor?: string;
}

/**
 * A model of the source that is stored.
 *
 * @public
 */
export interface KnownModel {
  nativeId: string;
  /** As in {@link SourceModel.location}. */
  location: string;
  /** {@link SourceModel.mark} that it was stored with. */
  mark: string;
}

/**
 * What a connector is given to read its source.
 *
 * @public
 */
export interface ListModelsOptions {
  signal: AbortSignal;
  /** {@link SourcePage.cursor} to go on after; absent to begin at the start. */
  cursor?: string;
  /** The stored models that have a mark. */
  known: readonly KnownModel[];
}

/**
 * A webhook of a registry, as it came.
 *
 * @public
 */
export interface SourceEvent {
  /** By lower-case name. */
  headers: Record<string, string | string[] | undefined>;
  /** The bytes that a signature covers. */
  body: Buffer;
  /** When it came. */
  now: Date;
}

/**
 * A webhook that the registry has proven to be its own.
 *
 * @public
 */
export interface VerifiedSourceEvent {
  /** The same for a delivery that comes again. At most 200 characters. */
  deliveryId: string;
  /** When the registry says that it sent it. */
  sentAt?: Date;
}

/**
 * Reads one configured source. The only code that knows the registry.
 *
 * @public
 */
export interface ModelConnector {
  /**
   * Reads every model with its versions, page by page; a model comes once, with
   * all of its versions. Versions may be heads. A model whose
   * mark is known need not be read: it is named under `unchanged`.
   *
   * Throws when the source can't be reached or answers nonsense. What came before
   * stays, and nothing counts as vanished. A single item that can't be read is a
   * problem of its page.
   */
  listModels(options: ListModelsOptions): AsyncIterable<SourcePage>;

  /**
   * Reads heads whole. Asked with those that aren't stored, of one page; versions
   * that can't be read are left out and stand among the problems.
   */
  readVersions?(
    heads: SourceVersion[],
    options: { signal: AbortSignal },
  ): Promise<{ versions: SourceVersion[]; problems: SourceProblem[] }>;

  /**
   * Proves that a webhook comes from the registry. It is a hint to look: the
   * source is synced soon, and nothing else that the body says is believed. Absent
   * when the source is not set up for webhooks.
   *
   * Throws `AuthenticationError` for a signature that is missing or wrong, and for
   * an event that was sent long ago.
   */
  verifyEvent?(event: SourceEvent): VerifiedSourceEvent;
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
  /**
   * Whether the source's include and exclude patterns let a model of this title
   * in. The catalog leaves out the others; a connector that asks saves reading.
   */
  accepts(title: string): boolean;
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
