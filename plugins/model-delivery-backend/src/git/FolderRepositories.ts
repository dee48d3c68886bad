import { CommitOptions, Repositories } from './Repositories';
import { placeOf } from './repositoryId';

/**
 * {@link Repositories} that are folders of repositories with more in them: what
 * lies outside of the folder is neither seen nor touched.
 */
export class FolderRepositories implements Repositories {
  private constructor(private readonly whole: Repositories) {}

  /** @param whole - the repositories that have the folders, by address */
  static create(whole: Repositories): FolderRepositories {
    return new FolderRepositories(whole);
  }

  async list(): Promise<string[]> {
    return [];
  }

  ensure(id: string) {
    return this.whole.ensure(split(id).url);
  }

  async discardEmpty(): Promise<void> {}

  head(id: string) {
    return this.whole.head(split(id).url);
  }

  async entries(id: string, commit: string) {
    const { url, prefix } = split(id);
    const entries = await this.whole.entries(url, commit);
    return entries
      .filter(({ path }) => path.startsWith(prefix))
      .map(entry => ({ ...entry, path: entry.path.slice(prefix.length) }));
  }

  read(id: string, objects: string[]) {
    return this.whole.read(split(id).url, objects);
  }

  log(
    id: string,
    commit: string,
    { limit, paths = [''] }: { limit: number; paths?: string[] },
  ) {
    const { url, prefix } = split(id);
    const inFolder = paths.map(path => `${prefix}${path}`);
    return this.whole.log(url, commit, { limit, paths: inFolder });
  }

  lastChanges(id: string, commit: string, folders: string[]) {
    const { url, prefix } = split(id);
    const inFolder = folders.map(folder => `${prefix}${folder}`);
    return this.whole.lastChanges(url, commit, inFolder);
  }

  commit(options: CommitOptions) {
    const { url, prefix } = split(options.repository);
    return this.whole.commit({
      ...options,
      repository: url,
      files: options.files.map(file => ({
        ...file,
        path: `${prefix}${file.path}`,
      })),
      removed: options.removed.map(path => `${prefix}${path}`),
    });
  }
}

function split(id: string): { url: string; prefix: string } {
  const { url = id, folder } = placeOf(id);
  return { url, prefix: folder === undefined ? '' : `${folder}/` };
}
