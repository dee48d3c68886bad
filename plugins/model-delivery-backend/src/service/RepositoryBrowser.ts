import { NotFoundError } from '@backstage/errors';
import {
  ServiceCommitList,
  ServiceFile,
  ServiceFileList,
} from '@modelyard/plugin-model-delivery-common';
import { IndexedService } from '../database/ServiceStore';
import { Repositories } from '../git/Repositories';

const maxShownBytes = 512 * 1024;

/**
 * Shows what the repository of a service holds.
 */
export class RepositoryBrowser {
  private constructor(private readonly repositories: Repositories) {}

  static create(repositories: Repositories): RepositoryBrowser {
    return new RepositoryBrowser(repositories);
  }

  async listFiles(service: IndexedService): Promise<ServiceFileList> {
    const commit = await this.head(service);
    const entries = await this.repositories.entries(service.repository, commit);
    return {
      commit,
      items: entries.map(({ path, sizeBytes }) => ({ path, sizeBytes })),
      totalItems: entries.length,
    };
  }

  /** @throws NotFoundError when the main branch has no such file */
  async getFile(service: IndexedService, path: string): Promise<ServiceFile> {
    const commit = await this.head(service);
    const entries = await this.repositories.entries(service.repository, commit);
    const entry = entries.find(candidate => candidate.path === path);
    if (!entry)
      throw new NotFoundError(
        `The main branch of ${service.repository} has no file of this path; list its files first`,
      );
    const file = { path, commit, sizeBytes: entry.sizeBytes };
    if (entry.sizeBytes > maxShownBytes) return file;
    const [content] = await this.repositories.read(service.repository, [
      entry.object,
    ]);
    return content.includes(0)
      ? file
      : { ...file, content: content.toString('utf8') };
  }

  async listCommits(
    service: IndexedService,
    limit: number,
  ): Promise<ServiceCommitList> {
    const commit = await this.head(service);
    const items = await this.repositories.log(service.repository, commit, {
      limit,
    });
    return { items, totalItems: items.length };
  }

  private async head(service: IndexedService): Promise<string> {
    const head = await this.repositories.head(service.repository);
    if (head !== undefined) return head;
    throw new NotFoundError(
      `The repository ${service.repository} is gone; ask a platform engineer to restore it`,
    );
  }
}
