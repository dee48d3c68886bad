import { join } from 'node:path';
import { GitCommand } from './GitCommand';
import { parseObjects } from './gitOutput';
import { ReceivedPush, RefUpdate } from './pushConversation';
import { assertRepositoryName } from './repositoryName';

/**
 * An object that came with a push.
 */
export interface ReceivedObject {
  object: string;
  type: 'blob' | 'commit';
  sizeBytes: number;
  /** One of the paths where it lies; a commit has its name. */
  path: string;
}

/**
 * Reads what a push brought while Git still holds it apart from the repository.
 */
export class ReceivedObjects {
  private constructor(
    private readonly directory: string,
    private readonly git: GitCommand,
  ) {}

  static create(options: {
    directory: string;
    git: GitCommand;
  }): ReceivedObjects {
    return new ReceivedObjects(options.directory, options.git);
  }

  /** Commits and files that no branch has had before. */
  async list(push: ReceivedPush, timeoutMs: number): Promise<ReceivedObject[]> {
    const commits = push.updates.flatMap(({ after }) => after ?? []);
    if (commits.length === 0) return [];
    const args = ['rev-list', '--objects', ...commits, '--not', '--all'];
    const listed = await this.run(push, args, { timeoutMs });
    const paths = new Map<string, string>();
    for (const line of listed.toString('utf8').split('\n')) {
      if (line) paths.set(line.slice(0, 40), line.slice(41));
    }
    const checked = await this.run(push, ['cat-file', '--batch-check'], {
      input: [...paths.keys(), ''].join('\n'),
      timeoutMs,
    });
    return checked
      .toString('utf8')
      .split('\n')
      .flatMap((line): ReceivedObject[] => {
        const [object, type, size] = line.split(' ');
        if (type !== 'blob' && type !== 'commit') return [];
        const path = paths.get(object) || `${type} ${object.slice(0, 12)}`;
        return [{ object, type, sizeBytes: Number(size), path }];
      });
  }

  /** Contents, in the order asked for. */
  async read(
    push: ReceivedPush,
    objects: readonly ReceivedObject[],
    timeoutMs: number,
  ): Promise<Buffer[]> {
    if (objects.length === 0) return [];
    const input = `${objects.map(({ object }) => object).join('\n')}\n`;
    return parseObjects(
      await this.run(push, ['cat-file', '--batch'], { input, timeoutMs }),
    );
  }

  /** Where a branch is now; undefined when there is none. */
  async head(
    push: ReceivedPush,
    ref: string,
    timeoutMs: number,
  ): Promise<string | undefined> {
    const args = ['for-each-ref', '--format=%(objectname)', ref];
    const output = await this.run(push, args, { timeoutMs });
    return output.toString('utf8').trim() || undefined;
  }

  /** Paths that differ between the two ends of an update. */
  async changedPaths(
    push: ReceivedPush,
    { before, after }: RefUpdate,
    timeoutMs: number,
  ): Promise<string[]> {
    if (after === undefined) return [];
    if (before === undefined) return this.paths(push, after, timeoutMs);
    const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames'];
    return splitPaths(
      await this.run(push, [...args, before, after], { timeoutMs }),
    );
  }

  /** Every path of a commit. */
  async paths(
    push: ReceivedPush,
    commit: string,
    timeoutMs: number,
  ): Promise<string[]> {
    const args = ['ls-tree', '-r', '-z', '--name-only', '--full-tree', commit];
    return splitPaths(await this.run(push, args, { timeoutMs }));
  }

  /** A file of a commit; undefined when it has none of this path. */
  async file(
    push: ReceivedPush,
    commit: string,
    path: string,
    timeoutMs: number,
  ): Promise<string | undefined> {
    try {
      const args = ['cat-file', 'blob', `${commit}:${path}`];
      return (await this.run(push, args, { timeoutMs })).toString('utf8');
    } catch {
      return undefined;
    }
  }

  /** Which updates of a push are in the repository afterwards. */
  async landed(push: ReceivedPush): Promise<RefUpdate[]> {
    const found = await Promise.all(
      push.updates.map(async ({ ref, after }) => {
        if (after === undefined) return false;
        const args = ['merge-base', '--is-ancestor', after, ref];
        return this.git.run([this.gitDirectory(push), ...args]).then(
          () => true,
          () => false,
        );
      }),
    );
    return push.updates.filter((_, index) => found[index]);
  }

  private gitDirectory({ repository }: ReceivedPush): string {
    const name = `${assertRepositoryName(repository)}.git`;
    return `--git-dir=${join(this.directory, name)}`;
  }

  private run(
    push: ReceivedPush,
    args: string[],
    options: { input?: string; timeoutMs: number },
  ): Promise<Buffer> {
    return this.git.run([this.gitDirectory(push), ...args], {
      ...options,
      env: push.env,
    });
  }
}

function splitPaths(output: Buffer): string[] {
  return output.toString('utf8').split('\0').filter(Boolean);
}
