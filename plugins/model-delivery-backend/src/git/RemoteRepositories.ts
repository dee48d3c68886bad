import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { BareRepository, mainBranch } from './BareRepository';
import { BareRepositoryMaker } from './BareRepositoryMaker';
import { GitCommand } from './GitCommand';
import { RemoteAccess } from './RemoteAccess';
import { CommitOptions, Repositories } from './Repositories';

/** What was fetched so lately is not fetched again for a reader. */
const freshMs = 5_000;

// A server without a main branch matches nothing, which is no error.
const refspec = '+refs/heads/mai*:refs/heads/mai*';

/** What {@link RemoteRepositories} works with. */
export interface RemoteRepositoriesOptions {
  /** Where mirrors lie; they can be thrown away. */
  directory: string;
  git: GitCommand;
  access: RemoteAccess;
  now?: () => number;
}

/**
 * {@link Repositories} that lie on servers of others, by their address. Each has
 * a mirror here that is fetched before it is read; a commit is written in the
 * mirror and counts when the server has taken it.
 */
export class RemoteRepositories implements Repositories {
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly fetched = new Map<string, number>();

  private readonly maker: BareRepositoryMaker;

  private constructor(private readonly options: RemoteRepositoriesOptions) {
    this.maker = BareRepositoryMaker.create(options);
  }

  static create(options: RemoteRepositoriesOptions): RemoteRepositories {
    return new RemoteRepositories(options);
  }

  /** Servers are not asked for what they hold. */
  async list(): Promise<string[]> {
    return [];
  }

  /** @throws NotFoundError when the server has no such repository, or shows none */
  async ensure(url: string): Promise<void> {
    await this.fetch(url);
  }

  /** What lies elsewhere is not ours to remove. */
  async discardEmpty(): Promise<void> {}

  async head(url: string): Promise<string | undefined> {
    const now = (this.options.now ?? Date.now)();
    const last = this.fetched.get(url);
    if (last === undefined || now - last > freshMs) await this.fetch(url);
    return this.mirror(url).head();
  }

  async entries(url: string, commit: string) {
    return this.mirror(url).entries(commit);
  }

  async read(url: string, objects: string[]) {
    return this.mirror(url).read(objects);
  }

  async log(
    url: string,
    commit: string,
    options: { limit: number; paths?: string[] },
  ) {
    return this.mirror(url).log(commit, options);
  }

  async lastChanges(url: string, commit: string, folders: string[]) {
    return this.mirror(url).lastChanges(commit, folders);
  }

  async commit(options: CommitOptions) {
    const { repository: url, parent } = options;
    await this.fetch(url);
    const mirror = this.mirror(url);
    if ((await mirror.head()) !== parent) throw movedOn(url);
    const commit = await mirror.write(options);
    if (commit === parent) return { commit, changed: false };
    await this.push(url, commit, parent);
    return { commit, changed: true };
  }

  /** The server takes it only if its branch has not moved. */
  private async push(
    url: string,
    commit: string,
    parent: string | undefined,
  ): Promise<void> {
    const lease = `--force-with-lease=${mainBranch}:${parent ?? ''}`;
    try {
      await this.inTurn(url, async () =>
        this.mirror(url).text(
          ['push', '--quiet', lease, url, `${commit}:${mainBranch}`],
          { env: await this.environment(url) },
        ),
      );
    } catch (error) {
      await this.fetch(url);
      if ((await this.mirror(url).head()) !== parent) throw movedOn(url);
      throw error;
    }
    await this.mirror(url).text(['update-ref', mainBranch, commit]);
  }

  private async fetch(url: string): Promise<void> {
    await this.inTurn(url, async () => {
      await this.maker.ensure(this.path(url));
      const env = await this.environment(url);
      try {
        await this.mirror(url).text(
          ['fetch', '--quiet', '--no-tags', '--prune', url, refspec],
          { env },
        );
      } catch (error) {
        await this.discardUnread(url);
        throw new NotFoundError(
          `The repository ${url} can't be read: it is not there, or the integration may not read it`,
          error,
        );
      }
    });
    this.fetched.set(url, (this.options.now ?? Date.now)());
  }

  /** A mirror that never held anything is of no use. */
  private async discardUnread(url: string): Promise<void> {
    if ((await this.mirror(url).head()) !== undefined) return;
    await rm(this.path(url), { recursive: true, force: true });
  }

  /** One after the other: two fetches at once would fight for the branch. */
  private inTurn<T>(url: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(url) ?? Promise.resolve();
    const turn = before.catch(() => {}).then(work);
    this.queues.set(url, turn);
    const leave = () => {
      if (this.queues.get(url) === turn) this.queues.delete(url);
    };
    turn.then(leave, leave);
    return turn;
  }

  private async environment(url: string): Promise<Record<string, string>> {
    const { access, git } = this.options;
    return git.withSettings(await access.settings(url));
  }

  private mirror(url: string): BareRepository {
    return BareRepository.create({
      path: this.path(url),
      git: this.options.git,
    });
  }

  private path(url: string): string {
    const name = createHash('sha256').update(url).digest('hex');
    return join(this.options.directory, `${name}.git`);
  }
}

function movedOn(url: string): ConflictError {
  return new ConflictError(
    `Somebody else wrote to ${url} meanwhile; send the request again`,
  );
}
