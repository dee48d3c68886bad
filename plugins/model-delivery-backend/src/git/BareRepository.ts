import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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
   * Writes a commit on its parent; no branch moves.
   *
   * @returns the commit; the parent where it holds the same already
   */
  async write(options: CommitOptions): Promise<string> {
    const { parent } = options;
    const tree = await this.writeTree(options);
    if (parent) {
      const before = await this.text(['rev-parse', `${parent}^{tree}`]);
      if (before === tree) return parent;
    }
    return this.writeCommit(tree, options);
  }

  /** What one command printed, as text without the last line break. */
  async text(args: string[], options?: GitRunOptions): Promise<string> {
    return (await this.run(args, options)).toString('utf8').trimEnd();
  }

  private async writeTree(options: CommitOptions): Promise<string> {
    const index = await workPath(dirname(this.path), '.index');
    const env = { GIT_INDEX_FILE: index };
    try {
      const lines = options.removed.map(path => `0 ${noObject}\t${path}\0`);
      const objects = await this.writeBlobs(options.files);
      options.files.forEach(({ path, mode = '100644' }, place) =>
        lines.push(`${mode} ${objects[place]}\t${path}\0`),
      );
      if (options.parent)
        await this.run(['read-tree', options.parent], { env });
      await this.run(['update-index', '-z', '--index-info'], {
        env,
        input: lines.join(''),
      });
      return await this.text(['write-tree'], { env });
    } finally {
      await rm(index, { force: true });
    }
  }

  /** One process for all files: a repository has dozens of them. */
  private async writeBlobs(files: CommitOptions['files']): Promise<string[]> {
    const output = await this.text(['fast-import', '--quiet'], {
      input: toFastImport(files.map(({ content }) => content)),
    });
    const objects = output.split('\n').filter(Boolean);
    if (objects.length < files.length)
      throw new Error(
        `Git has written ${objects.length} of ${files.length} files`,
      );
    return objects;
  }

  private writeCommit(tree: string, options: CommitOptions): Promise<string> {
    const parents = options.parent ? ['-p', options.parent] : [];
    return this.text(['commit-tree', tree, ...parents], {
      input: options.message,
      env: {
        GIT_AUTHOR_NAME: options.author,
        GIT_AUTHOR_EMAIL: `${options.author.replace(/[^a-z0-9-]+/gi, '.')}@modelyard.invalid`,
        GIT_COMMITTER_NAME: 'Modelyard',
        GIT_COMMITTER_EMAIL: 'delivery@modelyard.invalid',
      },
    });
  }

  private run(args: string[], options?: GitRunOptions): Promise<Buffer> {
    return this.git.run([`--git-dir=${this.path}`, ...args], options);
  }
}

/** Blobs for `git fast-import`, which answers with the id of each. */
function toFastImport(contents: readonly string[]): Buffer {
  return Buffer.concat(
    contents.flatMap((content, index) => {
      const bytes = Buffer.from(content, 'utf8');
      const mark = `:${index + 1}`;
      return [
        Buffer.from(`blob\nmark ${mark}\ndata ${bytes.length}\n`),
        bytes,
        Buffer.from(`\nget-mark ${mark}\n`),
      ];
    }),
  );
}
