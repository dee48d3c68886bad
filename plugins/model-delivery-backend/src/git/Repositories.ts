/**
 * A file of a repository's main branch.
 */
export interface RepositoryEntry {
  path: string;
  sizeBytes: number;
  /** Name of the object in Git. */
  object: string;
}

/**
 * One commit of a repository's main branch.
 */
export interface RepositoryCommit {
  commit: string;
  /** UTC ISO 8601. */
  at: string;
  /** Author as Git names it; an entity ref for commits of ours. */
  by: string;
  message: string;
}

/**
 * What {@link Repositories.commit} writes.
 */
export interface CommitOptions {
  repository: string;
  /** Commit that the files were planned on; undefined for a new repository. */
  parent: string | undefined;
  files: { path: string; content: string; mode?: string }[];
  /** Paths of the parent that go away. */
  removed: string[];
  message: string;
  /** Entity ref of the author. */
  author: string;
  /** When it is committed, to the second. */
  at: Date;
}

/**
 * Git repositories that hold the declared state of services.
 */
export interface Repositories {
  /** Names of all repositories. */
  list(): Promise<string[]>;
  /** Creates the repository when there is none. */
  ensure(repository: string): Promise<void>;
  /** Removes a repository that has no commit; leaves any other alone. */
  discardEmpty(repository: string): Promise<void>;
  /** Head of the main branch; undefined when it has none. */
  head(repository: string): Promise<string | undefined>;
  entries(repository: string, commit: string): Promise<RepositoryEntry[]>;
  /** Contents of objects, in the order asked for. */
  read(repository: string, objects: string[]): Promise<Buffer[]>;
  /** Newest commits first; of `paths` only, when given. */
  log(
    repository: string,
    commit: string,
    options: { limit: number; paths?: string[] },
  ): Promise<RepositoryCommit[]>;
  /** For each folder the newest commit that changed something in it. */
  lastChanges(
    repository: string,
    commit: string,
    folders: string[],
  ): Promise<(RepositoryCommit | undefined)[]>;
  /**
   * Commits to the main branch. The same content makes no new commit.
   *
   * @returns the head afterwards, and whether it is new
   * @throws ConflictError when the main branch is no longer at `parent`
   */
  commit(options: CommitOptions): Promise<{ commit: string; changed: boolean }>;
}
