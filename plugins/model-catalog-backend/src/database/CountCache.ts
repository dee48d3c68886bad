import { CacheService } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
import { sha256 } from '../domain/versionDigest';
import { ModelFilter } from './modelFilter';

/** How long a count that nobody asks for again is kept. */
const keptMs = 10 * 60_000;

/** What is counted: a name, what it is counted by, and who may read it. */
export interface CountKey {
  /** Of the kind of count. */
  of: string;
  by?: JsonValue;
  filter: ModelFilter;
  /** Of the store, as it was before it was counted; absent, nothing is kept. */
  revision: string | undefined;
}

/**
 * Keeps counts while the store stays as it is. A sync that writes something moves
 * the store's revision, and with it the key of every count, so that none is ever
 * out of date, on any replica.
 */
export class CountCache {
  private readonly counting = new Map<string, Promise<unknown>>();

  private constructor(private readonly cache: CacheService) {}

  static create(options: { cache: CacheService }): CountCache {
    return new CountCache(options.cache);
  }

  /** The kept count, or a new one; asked at the same time, it is counted once. */
  async get<T extends JsonValue>(
    key: CountKey,
    count: () => Promise<T>,
  ): Promise<T> {
    if (key.revision === undefined) return count();
    const name = nameOf(key);
    const kept = await this.cache.get<T>(name);
    if (kept !== undefined) return kept;
    // By the same name nothing but the same is counted.
    const counting = this.counting.get(name) as Promise<T> | undefined;
    return counting ?? this.countAnew(name, count);
  }

  private async countAnew<T extends JsonValue>(
    name: string,
    count: () => Promise<T>,
  ): Promise<T> {
    const counted = count();
    this.counting.set(name, counted);
    try {
      const value = await counted;
      await this.cache.set(name, value, { ttl: keptMs });
      return value;
    } finally {
      this.counting.delete(name);
    }
  }
}

function nameOf({ of, by, filter, revision }: CountKey): string {
  const readable =
    filter.readable === 'all' ? 'all' : [...filter.readable].sort();
  const { condition } = filter;
  return sha256(
    JSON.stringify([of, revision, by ?? null, readable, condition ?? null]),
  );
}
