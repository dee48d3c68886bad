import { FolderRepositories } from './FolderRepositories';
import { CommitOptions, Repositories } from './Repositories';
import { placeOf } from './repositoryId';

/**
 * {@link Repositories} of two places: an address leads to the server of others,
 * or to a folder there, a name to ours.
 */
export class RoutedRepositories implements Repositories {
  private constructor(
    private readonly embedded: Repositories,
    private readonly remote: Repositories,
    private readonly folders: Repositories,
  ) {}

  static create(options: {
    embedded: Repositories;
    remote: Repositories;
  }): RoutedRepositories {
    const { embedded, remote } = options;
    const folders = FolderRepositories.create(remote);
    return new RoutedRepositories(embedded, remote, folders);
  }

  async list() {
    const lists = [await this.embedded.list(), await this.remote.list()];
    return lists.flat();
  }

  ensure(repository: string) {
    return this.of(repository).ensure(repository);
  }

  discardEmpty(repository: string) {
    return this.of(repository).discardEmpty(repository);
  }

  head(repository: string) {
    return this.of(repository).head(repository);
  }

  entries(repository: string, commit: string) {
    return this.of(repository).entries(repository, commit);
  }

  read(repository: string, objects: string[]) {
    return this.of(repository).read(repository, objects);
  }

  log(...args: Parameters<Repositories['log']>) {
    return this.of(args[0]).log(...args);
  }

  lastChanges(...args: Parameters<Repositories['lastChanges']>) {
    return this.of(args[0]).lastChanges(...args);
  }

  commit(options: CommitOptions) {
    return this.of(options.repository).commit(options);
  }

  private of(repository: string): Repositories {
    const { url, folder } = placeOf(repository);
    if (url === undefined) return this.embedded;
    return folder === undefined ? this.remote : this.folders;
  }
}
