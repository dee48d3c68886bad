import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError } from '@backstage/errors';
import {
  BareRepository,
  isFolder,
  mainBranch,
  noObject,
  workPath,
} from './BareRepository';
import { BareRepositoryMaker } from './BareRepositoryMaker';
import { GitCommand } from './GitCommand';
import { assertRepositoryName, isRepositoryName } from './repositoryName';
import { CommitOptions, Repositories } from './Repositories';
import { removeStaleLocks } from './staleLocks';

/**
 * {@link Repositories} as bare repositories in one directory, driven by the
 * `git` program.
 */
export class EmbeddedRepositories implements Repositories {
  private readonly maker: BareRepositoryMaker;

  private constructor(
    private readonly directory: string,
    private readonly git: GitCommand,
  ) {
    this.maker = BareRepositoryMaker.create({ directory, git });
  }

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
    await this.maker.ensure(this.path(repository));
  }

  async discardEmpty(repository: string): Promise<void> {
    const path = this.path(repository);
    if (!(await isFolder(path))) return;
    const refs = await this.at(repository).text(['for-each-ref', '--count=1']);
    if (refs) return;
    const bin = await workPath(this.directory, '.removed');
    await rename(path, bin);
    await rm(bin, { recursive: true, force: true });
  }

  async head(repository: string) {
    return this.at(repository).head();
  }

  async entries(repository: string, commit: string) {
    return this.at(repository).entries(commit);
  }

  async read(repository: string, objects: string[]) {
    return this.at(repository).read(objects);
  }

  async log(
    repository: string,
    commit: string,
    options: { limit: number; paths?: string[] },
  ) {
    return this.at(repository).log(commit, options);
  }

  async lastChanges(repository: string, commit: string, folders: string[]) {
    return this.at(repository).lastChanges(commit, folders);
  }

  async commit(options: CommitOptions) {
    const { repository, parent } = options;
    const bare = this.at(repository);
    const commit = await bare.write(options);
    if (commit === parent) {
      await this.assertHead(repository, parent);
      return { commit, changed: false };
    }
    try {
      await this.moveMain(repository, commit, parent);
    } catch (error) {
      await this.assertHead(repository, parent);
      throw error;
    }
    return { commit, changed: true };
  }

  /** Compares and swaps; gets out of the way what a killed process left. */
  private async moveMain(
    repository: string,
    commit: string,
    parent: string | undefined,
  ): Promise<void> {
    const args = ['update-ref', mainBranch, commit, parent ?? noObject];
    const bare = this.at(repository);
    try {
      await bare.text(args);
    } catch (error) {
      if (!(await removeStaleLocks(this.path(repository)))) throw error;
      await bare.text(args);
    }
  }

  private async assertHead(repository: string, expected: string | undefined) {
    if ((await this.head(repository)) === expected) return;
    throw new ConflictError(
      `Somebody else wrote to the repository ${repository} meanwhile; send the request again`,
    );
  }

  private at(repository: string): BareRepository {
    return BareRepository.create({
      path: this.path(repository),
      git: this.git,
    });
  }

  private path(repository: string): string {
    return join(this.directory, `${assertRepositoryName(repository)}.git`);
  }
}
