import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  DeployedRelease,
  Finding,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { IndexedService, ServiceStore } from '../database/ServiceStore';
import { RemoteAccess } from '../git/RemoteAccess';
import { Repositories } from '../git/Repositories';
import { repositoryIdOf } from '../git/repositoryId';
import { readDeployed } from './repositoryReader';
import { ServiceIndexer } from './ServiceIndexer';

/** What there is before something is written. */
export interface OpenedService {
  /** The service as it is known now; undefined when it is new. */
  existing?: IndexedService;
  /** What the repository runs; undefined when it has no commit. */
  deployed?: { head: string; releases: DeployedRelease[] };
  findings: Finding[];
}

/** Finds what an input's repository holds, and whose it is. */
export class ServiceOpener {
  private constructor(
    private readonly store: ServiceStore,
    private readonly repositories: Repositories,
    private readonly indexer: ServiceIndexer,
    private readonly servers: Pick<RemoteAccess, 'takesNew'>,
  ) {}

  static create(options: {
    store: ServiceStore;
    repositories: Repositories;
    indexer: ServiceIndexer;
    servers: Pick<RemoteAccess, 'takesNew'>;
  }): ServiceOpener {
    const { store, repositories, indexer, servers } = options;
    return new ServiceOpener(store, repositories, indexer, servers);
  }

  /**
   * @param options - whether a repository elsewhere may have to be made yet
   * @throws ConflictError when name or repository belong to another service
   */
  async open(
    input: ServiceInput,
    { mayBeMissing }: { mayBeMissing: boolean },
  ): Promise<OpenedService> {
    const repository = repositoryIdOf(input);
    try {
      const existing = await this.findExisting(input.name, repository);
      const deployed = await readDeployed(this.repositories, repository);
      return {
        existing,
        deployed,
        findings: deployed ? [] : withoutMain(input),
      };
    } catch (error) {
      // A template plans before it makes the repository on the server.
      if (!mayBeMissing || !(error instanceof NotFoundError)) throw error;
      return { findings: [this.notThereYet(error, input)] };
    }
  }

  private notThereYet(
    error: NotFoundError,
    { repository: { url = '', path, change, project } }: ServiceInput,
  ): Finding {
    const [said] = error.message.split(';');
    const field = '/repository/url';
    if (path !== undefined || change === 'pull-request')
      return { severity: 'error', field, message: said };
    return this.servers.takesNew({ url, project })
      ? {
          severity: 'warning',
          field,
          message: `${said}. The plan takes it for new; it has to be there before it is written to, which a template sees to`,
        }
      : {
          severity: 'error',
          field,
          message: `${said}. Backstage can't make it from this address; make it first, or name its project if it is on Bitbucket Cloud`,
        };
  }

  private async findExisting(name: string, repository: string) {
    const { store, indexer } = this;
    const known = await store.get(name);
    const place = known?.repository ?? (await store.awaitedAt(name));
    if (place !== undefined && place !== repository)
      throw new ConflictError(
        `The service ${name} lives in the repository ${place}; take that one, or another name`,
      );
    const inGit = known ?? (await indexer.read(repository));
    if (inGit && inGit.name !== name)
      throw new ConflictError(
        `The repository ${repository} belongs to another service; choose another name for it`,
      );
    return inGit;
  }
}

/** A pull request changes a main branch. */
function withoutMain({ repository: { url, change } }: ServiceInput): Finding[] {
  if (change !== 'pull-request') return [];
  return [
    {
      severity: 'error',
      field: '/repository/url',
      message: `${url} has no main branch yet that a pull request could change; make its first commit, or choose "commit"`,
    },
  ];
}
