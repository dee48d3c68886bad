import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { toLabelValue } from '@modelyard/plugin-model-catalog-common';

const pageSize = 500;
const lifetimeMs = 60_000;
/** Asking for models that don't exist reads the catalog no more often. */
const shortestLifetimeMs = 2_000;

/** Which Model a label value means, and the other way round. */
export interface ModelIndex {
  /** Entity ref of the Model; undefined where no Model has this label. */
  refOf(label: string): string | undefined;
  /** Label of a Model; undefined where it is unknown or another has the label. */
  labelOf(ref: string): string | undefined;
  /** Whether the catalog holds this Model. */
  has(ref: string): boolean;
}

/** Options of {@link ModelDirectory.create}. */
export interface ModelDirectoryOptions {
  catalog: Pick<CatalogService, 'queryEntities'>;
  auth: AuthService;
  /** Milliseconds since 1970. */
  clock?: () => number;
}

/**
 * The Models of the catalog by label. A label is the slug of the name alone, so
 * two namespaces can claim one: then it means the Model in `default`, else the
 * first by ref, so that nobody reads a cost that is not his model's.
 */
export class ModelDirectory {
  private index?: Promise<ModelIndex>;
  private readAt = 0;

  private constructor(private readonly options: ModelDirectoryOptions) {}

  static create(options: ModelDirectoryOptions): ModelDirectory {
    return new ModelDirectory(options);
  }

  /**
   * The index, at most a minute old, or newer when it lacks one of these refs.
   */
  async load(refs: string[] = []): Promise<ModelIndex> {
    const index = await this.current();
    if (refs.every(ref => index.has(ref))) return index;
    if (this.now() - this.readAt < shortestLifetimeMs) return index;
    this.index = undefined;
    return this.current();
  }

  private now(): number {
    return (this.options.clock ?? Date.now)();
  }

  private current(): Promise<ModelIndex> {
    if (!this.index || this.now() - this.readAt > lifetimeMs) {
      this.readAt = this.now();
      this.index = this.read().catch(error => {
        this.index = undefined;
        throw error;
      });
    }
    return this.index;
  }

  private async read(): Promise<ModelIndex> {
    const credentials = await this.options.auth.getOwnServiceCredentials();
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.options.catalog.queryEntities(
        {
          ...(cursor ? { cursor } : { filter: { kind: 'model' } }),
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          limit: pageSize,
        },
        { credentials },
      );
      refs.push(...page.items.map(stringifyEntityRef));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return toIndex(refs);
  }
}

function rank(ref: string): string {
  return `${ref.startsWith('model:default/') ? 0 : 1} ${ref}`;
}

function toIndex(refs: string[]): ModelIndex {
  const refByLabel = new Map<string, string>();
  const labelByRef = new Map<string, string>();
  for (const ref of [...refs].sort((a, b) => (rank(a) < rank(b) ? -1 : 1))) {
    const label = toLabelValue(ref.slice(ref.indexOf('/') + 1));
    if (!label || refByLabel.has(label)) continue;
    refByLabel.set(label, ref);
    labelByRef.set(ref, label);
  }
  const all = new Set(refs);
  return {
    refOf: label => refByLabel.get(label),
    labelOf: ref => labelByRef.get(ref),
    has: ref => all.has(ref),
  };
}
