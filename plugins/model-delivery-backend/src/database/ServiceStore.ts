/**
 * One environment as the index keeps it.
 */
export interface IndexedEnvironment {
  name: string;
  namespace: string;
  version: string;
  digest: string;
  image?: string;
  /** Commit that last changed this environment. */
  commit: string;
  /** UTC ISO 8601. */
  at: string;
  /** Author of that commit. */
  by: string;
}

/**
 * What a repository declares about its service.
 */
export interface IndexedService {
  /** Name of the Component. */
  name: string;
  repository: string;
  /** Lower-case entity ref. */
  owner: string;
  /** Lower-case entity ref. */
  model: string;
  system?: string;
  description?: string;
  /** Commit that this was read from. */
  commit: string;
  environments: IndexedEnvironment[];
}

/**
 * A service whose repository does not declare it yet.
 */
export interface ClaimedService {
  name: string;
  repository: string;
  owner: string;
  model: string;
  /** It comes with a pull request, which somebody else merges some day. */
  awaitsMerge?: boolean;
}

/**
 * Query of {@link ServiceStore.list}.
 */
export interface ServiceQuery {
  limit: number;
  /** Only names after this one. */
  after?: string;
  model?: string;
  owner?: string;
  /** Part of the name. */
  q?: string;
  /** Only these. */
  names?: string[];
  /** Entity refs of the models that may be seen. */
  models: Set<string> | 'all';
}

/**
 * Index of the services that Git declares.
 */
export interface ServiceStore {
  /**
   * Takes the names for a service that is about to be written.
   *
   * @throws ConflictError when service or repository belongs to another
   */
  claim(service: ClaimedService): Promise<void>;
  /** Gives the names back, unless something was written meanwhile. */
  release(name: string): Promise<void>;
  /**
   * Puts what Git declares into the index.
   *
   * @throws ConflictError when the name belongs to another repository
   */
  put(service: IndexedService): Promise<void>;
  /** Repository that a pull request is to bring a service of this name to. */
  awaitedAt(name: string): Promise<string | undefined>;
  get(name: string): Promise<IndexedService | undefined>;
  getByRepository(repository: string): Promise<IndexedService | undefined>;
  list(
    query: ServiceQuery,
  ): Promise<{ items: IndexedService[]; totalItems: number }>;
  /** Repositories in the index, with the commit that was read. */
  heads(): Promise<Map<string, string>>;
  /** Repositories of services whose pull request is not merged yet. */
  awaited(): Promise<string[]>;
  removeRepository(repository: string): Promise<void>;
}
