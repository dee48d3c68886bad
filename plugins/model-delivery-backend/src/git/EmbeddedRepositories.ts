import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import { GitCommand, GitRunOptions } from './GitCommand';
import { parseEntries, parseLog, parseObjects } from './gitOutput';
import { assertRepositoryName, isRepositoryName } from './repositoryName';
import { CommitOptions, Repositories } from './Repositories';

const mainBranch = 'refs/heads/main';
const noObject = '0'.repeat(40);
const workFolder = '.work';

/**
 * {@link Repositories} as bare repositories in one directory, driven by the
 * `git` program. Nothing is ever checked out, and no hook runs.
 */
export class EmbeddedRepositories implements Repositories {
  private constructor(
    private readonly directory: string,
    private readonly git: GitCommand,
  ) {}

  static create(options: {
    directory: string;
    git: GitCommand;
  }): EmbeddedRepositories {
    return new EmbeddedRepositories(options.directory, options.git);
  }

  async list(): Promise<string[]> {
    await mkdir(this.directory, { recursive: true });
    const entries = await readdir(this.directory, { withFileTypes: true });
    return entries
      .filter(entry => entry.isDirectory() && entry.name.endsWith('.git'))
      .map(entry => entry.name.slice(0, -'.git'.length))
      .filter(isRepositoryName)
      .sort();
  }

  async ensure(repository: string): Promise<void> {
    const target = this.path(repository);
    if (await exists(target)) return;
    const draft = await this.workPath('.git');
    await this.git.run([
      'init',
      '--quiet',
      '--bare',
      '--initial-branch=main',
      '--template=',
      draft,
    ]);
    try {
      await rename(draft, target);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      if (!(await exists(target))) throw error;
    }
  }

  async discardEmpty(repository: string): Promise<void> {
    if (!(await exists(this.path(repository)))) return;
    const refs = await this.inside(repository, ['for-each-ref', '--count=1']);
    if (refs) return;
    const bin = await this.workPath('.removed');
    await rename(this.path(repository), bin);
    await rm(bin, { recursive: true, force: true });
  }

  async head(repository: string): Promise<string | undefined> {
    if (!(await exists(this.path(repository)))) return undefined;
    const refs = await this.inside(repository, [
      'for-each-ref',
      '--format=%(objectname)',
      mainBranch,
    ]);
    return refs || undefined;
  }

  async entries(repository: string, commit: string) {
    const args = ['ls-tree', '-r', '-z', '--long', '--full-tree', commit];
    return parseEntries(await this.raw(repository, args));
  }

  async read(repository: string, objects: string[]): Promise<Buffer[]> {
    if (objects.length === 0) return [];
    const input = `${objects.join('\n')}\n`;
    return parseObjects(
      await this.raw(repository, ['cat-file', '--batch'], { input }),
    );
  }

  async log(
    repository: string,
    commit: string,
    options: { limit: number; paths?: string[] },
  ) {
    const args = [
      'log',
      '-z',
      `--max-count=${options.limit}`,
      '--format=%H%n%cI%n%an%n%s',
      commit,
      '--',
      ...(options.paths ?? []),
    ];
    return parseLog(await this.raw(repository, args));
  }

  async commit(options: CommitOptions) {
    const { repository, parent } = options;
    const tree = await this.writeTree(options);
    if (parent) {
      const before = await this.inside(repository, [
        'rev-parse',
        `${parent}^{tree}`,
      ]);
      if (before === tree) {
        await this.assertHead(repository, parent);
        return { commit: parent, changed: false };
      }
    }
    const commit = await this.writeCommit(tree, options);
    try {
      await this.inside(repository, [
        'update-ref',
        mainBranch,
        commit,
        parent ?? noObject,
      ]);
    } catch (error) {
      await this.assertHead(repository, parent);
      throw error;
    }
    return { commit, changed: true };
  }

  private async assertHead(repository: string, expected: string | undefined) {
    if ((await this.head(repository)) === expected) return;
    throw new ConflictError(
      `Somebody else wrote to the repository ${repository} meanwhile; send the request again`,
    );
  }

  private async writeTree(options: CommitOptions): Promise<string> {
    const { repository } = options;
    const index = await this.workPath('.index');
    const env = { GIT_INDEX_FILE: index };
    try {
      const lines = options.removed.map(path => `0 ${noObject}\t${path}\0`);
      const objects = await this.writeBlobs(repository, options.files);
      options.files.forEach(({ path, mode = '100644' }, place) =>
        lines.push(`${mode} ${objects[place]}\t${path}\0`),
      );
      await this.raw(repository, ['read-tree', options.parent ?? '--empty'], {
        env,
      });
      await this.raw(repository, ['update-index', '-z', '--index-info'], {
        env,
        input: lines.join(''),
      });
      return await this.inside(repository, ['write-tree'], { env });
    } finally {
      await rm(index, { force: true });
    }
  }

  /** One process for all files: a repository has dozens of them. */
  private async writeBlobs(
    repository: string,
    files: CommitOptions['files'],
  ): Promise<string[]> {
    const output = await this.inside(repository, ['fast-import', '--quiet'], {
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
    return this.inside(options.repository, ['commit-tree', tree, ...parents], {
      input: options.message,
      env: {
        GIT_AUTHOR_NAME: options.author,
        GIT_AUTHOR_EMAIL: `${options.author.replace(/[^a-z0-9-]+/gi, '.')}@modelyard.invalid`,
        GIT_COMMITTER_NAME: 'Modelyard',
        GIT_COMMITTER_EMAIL: 'delivery@modelyard.invalid',
      },
    });
  }

  private path(repository: string): string {
    return join(this.directory, `${assertRepositoryName(repository)}.git`);
  }

  /** A fresh path on the same file system, so that a rename is atomic. */
  private async workPath(suffix: string): Promise<string> {
    const folder = join(this.directory, workFolder);
    await mkdir(folder, { recursive: true });
    return join(folder, `${randomUUID()}${suffix}`);
  }

  private raw(
    repository: string,
    args: string[],
    options?: GitRunOptions,
  ): Promise<Buffer> {
    return this.git.run(
      [`--git-dir=${this.path(repository)}`, ...args],
      options,
    );
  }

  private async inside(
    ...args: Parameters<EmbeddedRepositories['raw']>
  ): Promise<string> {
    return (await this.raw(...args)).toString('utf8').trimEnd();
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

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
