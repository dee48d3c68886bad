import { randomUUID } from 'node:crypto';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { toFastImport } from './fastImport';
import { GitCommand, GitRunOptions } from './GitCommand';
import {
  logFormat,
  parseChange,
  parseEntries,
  parseLog,
  parseObjects,
} from './gitOutput';
import {
  CommitOptions,
  RepositoryCommit,
  RepositoryEntry,
} from './Repositories';

/** Where the declared state of a service stands. */
export const mainBranch = 'refs/heads/main';
/** Id of what is not there. */
export const noObject = '0'.repeat(40);
const workFolder = '.work';

/** Whether a path is a folder. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** A fresh path beside a repository, so that a rename is atomic. */
export async function workPath(
  directory: string,
  suffix: string,
): Promise<string> {
  const folder = join(directory, workFolder);
  await mkdir(folder, { recursive: true });
  return join(folder, `${randomUUID()}${suffix}`);
}

/**
 * One bare repository, driven by the `git` program. Nothing is ever checked out,
 * and no hook runs. It moves no branch: whoever has written a commit decides where
 * it goes.
 */
export class BareRepository {
  private constructor(
    private readonly path: string,
    private readonly git: GitCommand,
  ) {}

  static create(options: { path: string; git: GitCommand }): BareRepository {
    return new BareRepository(options.path, options.git);
  }

  /** Head of the main branch; undefined without one, or without a repository. */
  async head(): Promise<string | undefined> {
    if (!(await isFolder(this.path))) return undefined;
    const refs = await this.text([
      'for-each-ref',
      '--format=%(objectname)',
      mainBranch,
    ]);
    return refs || undefined;
  }

  async entries(commit: string): Promise<RepositoryEntry[]> {
    const args = ['ls-tree', '-r', '-z', '--long', '--full-tree', commit];
    return parseEntries(await this.run(args));
  }

  async read(objects: string[]): Promise<Buffer[]> {
    if (objects.length === 0) return [];
    const input = `${objects.join('\n')}\n`;
    return parseObjects(await this.run(['cat-file', '--batch'], { input }));
  }

  async log(
    commit: string,
    options: { limit: number; paths?: string[] },
  ): Promise<RepositoryCommit[]> {
    const args = [
      'log',
      '-z',
      `--max-count=${options.limit}`,
      logFormat,
      commit,
      '--',
      ...(options.paths ?? []),
    ];
    return parseLog(await this.run(args));
  }

  /** One question where the same commit changed all folders, as a release does. */
  async lastChanges(
    commit: string,
    folders: string[],
  ): Promise<(RepositoryCommit | undefined)[]> {
    const newest = parseChange(
      await this.run([
        ...['log', '-z', '--max-count=1', '--name-only', logFormat, commit],
        ...['--', ...folders],
      ]),
    );
    return Promise.all(
      folders.map(async folder => {
        const paths = newest?.paths ?? [];
        if (paths.some(path => path.startsWith(`${folder}/`)))
          return newest?.commit;
        const [last] = await this.log(commit, { limit: 1, paths: [folder] });
        return last;
      }),
    );
  }

  /**
   * Writes a commit on its parent in one process; no branch moves. What is written
   * is on the disk before its id is known.
   *
   * @returns the commit; the parent where it holds the same already
   */
  async write(options: CommitOptions): Promise<string> {
    const { parent } = options;
    const commit = await this.text(['fast-import', '--quiet'], {
      input: toFastImport(options),
    });
    if (!parent) return commit;
    const trees = await this.text([
      'rev-parse',
      `${commit}^{tree}`,
      `${parent}^{tree}`,
    ]);
    const [after, before] = trees.split('\n');
    return after === before ? parent : commit;
  }

  /** What one command printed, as text without the last line break. */
  async text(args: string[], options?: GitRunOptions): Promise<string> {
    return (await this.run(args, options)).toString('utf8').trimEnd();
  }

  private run(args: string[], options?: GitRunOptions): Promise<Buffer> {
    return this.git.run([`--git-dir=${this.path}`, ...args], options);
  }
}
