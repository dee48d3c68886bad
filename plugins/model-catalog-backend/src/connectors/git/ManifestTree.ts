import { SourceProblem } from '@modelyard/plugin-model-catalog-node';

/** Files of a source in which manifests lie; paths have `/` and start at its root. */
export interface ManifestTree {
  /** Every manifest, in a steady order. */
  list(
    signal: AbortSignal,
  ): Promise<{ files: string[]; problems: SourceProblem[] }>;

  /** Readies these manifests for being read, where that is faster than one by one. */
  preload(files: string[]): Promise<void>;

  /** @throws InvalidItem when the manifest can't be taken */
  readManifest(file: string): Promise<string>;

  /**
   * Reads the card that a manifest names.
   *
   * @throws InvalidItem when it does not lie in the model's folder, or can't be taken
   */
  readCard(file: string, card: string): Promise<string>;

  /** The beginning of a small file; undefined when there is none. */
  peek(file: string): Promise<string | undefined>;

  /** Changes whenever one of these files does, comes or goes. */
  fingerprint(files: string[]): Promise<string>;
}

/** Largest manifest, in bytes. */
export const maxManifestBytes = 20 * 1024 * 1024;

/** Bytes that {@link ManifestTree.peek} gives at most. */
export const peekBytes = 2048;
