import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { ClaimedService, ServiceStore } from '../database/ServiceStore';
import { Repositories } from '../git/Repositories';
import { planChanges } from './planChanges';
import { PreparedDelivery } from './PreparedDelivery';
import { repositoryIdOf } from '../git/repositoryId';
import { ServiceIndexer } from './ServiceIndexer';

/** What became of a write. */
export interface WrittenService {
  /** Head of the main branch. */
  commit: string;
  /** Whether this call made it. */
  changed: boolean;
  /** The files come with a pull request; nothing was written here. */
  awaitsMerge?: boolean;
}

/**
 * Writes planned repositories: takes the names, commits, and puts the result
 * into the index. Repeating it changes nothing that is already so.
 */
export class ServiceWriter {
  private constructor(
    private readonly store: ServiceStore,
    private readonly repositories: Repositories,
    private readonly indexer: ServiceIndexer,
  ) {}

  static create(options: {
    store: ServiceStore;
    repositories: Repositories;
    indexer: ServiceIndexer;
  }): ServiceWriter {
    return new ServiceWriter(
      options.store,
      options.repositories,
      options.indexer,
    );
  }

  /**
   * @param author - entity ref
   * @throws ConflictError when a name is taken, or somebody wrote meanwhile
   */
  async write(
    prepared: PreparedDelivery,
    author: string,
  ): Promise<WrittenService> {
    const { input, existing } = prepared;
    if (input.repository.change === 'pull-request')
      return this.expectMerge(prepared);
    const repository = repositoryIdOf(input);
    if (existing) return this.commit(prepared, author);
    await this.store.claim(claimOf(input));
    try {
      await this.repositories.ensure(repository);
      return await this.commit(prepared, author);
    } catch (error) {
      await this.repositories.discardEmpty(repository);
      await this.store.release(input.name);
      throw error;
    }
  }

  /** Whoever merges the pull request writes; the index follows the main branch. */
  private async expectMerge(
    prepared: PreparedDelivery,
  ): Promise<WrittenService> {
    const { input, existing, head = '' } = prepared;
    const result = { commit: head, changed: false };
    const changes = await planChanges(this.repositories, prepared);
    if (changes.length === 0) {
      await this.indexer.index(repositoryIdOf(input));
      return result;
    }
    if (!existing)
      await this.store.claim({ ...claimOf(input), awaitsMerge: true });
    return { ...result, awaitsMerge: true };
  }

  private async commit(
    prepared: PreparedDelivery,
    author: string,
  ): Promise<WrittenService> {
    const { input, plan, head } = prepared;
    const repository = repositoryIdOf(input);
    const changes = await planChanges(this.repositories, prepared);
    const at = wholeSecond();
    const result = await this.repositories.commit({
      repository,
      parent: head,
      files: plan.files,
      removed: changes
        .filter(({ change }) => change === 'removed')
        .map(({ path }) => path),
      message: message(prepared),
      author,
      at,
    });
    // What is in a new repository is known; it need not be read again.
    const { files, releases } = plan;
    const by = { commit: result.commit, at: at.toISOString(), by: author };
    const written = { files, releases, change: by };
    await this.indexer.index(
      repository,
      head === undefined ? written : undefined,
    );
    return result;
  }
}

/** Git knows no fractions of a second. */
function wholeSecond(): Date {
  const now = new Date();
  now.setMilliseconds(0);
  return now;
}

function claimOf(input: ServiceInput): ClaimedService {
  return {
    name: input.name,
    repository: repositoryIdOf(input),
    owner: input.owner,
    model: stringifyEntityRef(parseEntityRef(input.model.ref)),
  };
}

function message({ input, plan, existing }: PreparedDelivery): string {
  const verb = existing ? 'Release' : 'Create';
  const places = plan.environments.join(', ');
  return [
    `${verb} ${input.name}: ${input.model.ref} ${input.model.version} in ${places}`,
    '',
    `Plan: ${plan.digest}`,
    '',
  ].join('\n');
}
