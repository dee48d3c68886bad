import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  InvalidField,
  InvalidFieldsError,
} from '@modelyard/plugin-model-catalog-node';
import {
  checkServiceInput,
  Finding,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { isRepositoryName } from '../git/repositoryName';
import { RecentAnswers } from './RecentAnswers';

const ownerKinds = ['group', 'user'];

/**
 * Turns the findings that forbid a plan into an error that names their fields.
 *
 * @throws InvalidFieldsError when a finding is an error about the input
 */
export function assertNoErrors(findings: readonly Finding[]): void {
  const fields = findings
    .filter(finding => finding.severity === 'error')
    .map(({ field, message }) => ({ path: field ?? '', message }));
  if (fields.length > 0) throw new InvalidFieldsError(fields);
}

/** The servers of others that repositories may lie on. */
export interface GitServers {
  /** Whether there is one that the address may lead to. */
  isKnown(url: string): boolean;
  /** Whether a template can open a pull request there. */
  takesPullRequests(url: string): boolean;
}

/**
 * Checks of a service input that need to know the portal: its environments and
 * the people in its catalog.
 */
export class InputChecker {
  private readonly recent = RecentAnswers.create<boolean>();

  private constructor(
    private readonly catalog: Pick<CatalogService, 'getEntityByRef'>,
    private readonly environments: string[],
    private readonly servers: GitServers,
  ) {}

  static create(options: {
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    environments: string[];
    servers: GitServers;
  }): InputChecker {
    const { catalog, environments, servers } = options;
    return new InputChecker(catalog, environments, servers);
  }

  /**
   * @param value - untrusted
   * @returns the input, its owner as a full entity ref
   * @throws InvalidFieldsError for everything that is wrong with it
   */
  async check(
    value: unknown,
    credentials: BackstageCredentials,
  ): Promise<ServiceInput> {
    const checked = checkServiceInput(value);
    if (!checked.input) assertNoErrors(checked.findings);
    const input = checked.input;
    if (!input) throw new InvalidFieldsError([]);
    const owner = await this.findOwner(input.owner, credentials);
    const fields = [
      ...this.checkEnvironments(input),
      ...this.checkRepository(input),
      ...(owner === undefined ? [unknownOwner(input)] : []),
    ];
    if (fields.length > 0 || owner === undefined)
      throw new InvalidFieldsError(fields);
    return { ...input, owner };
  }

  /**
   * Warns when the catalog has a Component of this name from elsewhere: it keeps
   * that one, and does not show the new service.
   */
  async findNamesake(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<Finding[]> {
    const ref = `component:default/${name}`;
    if (!(await this.isInCatalog(ref, credentials))) return [];
    return [
      {
        severity: 'warning',
        field: '/name',
        message: `the catalog has ${ref} from elsewhere and goes on showing that one; choose another name, or remove it there`,
      },
    ];
  }

  private checkRepository({ repository }: ServiceInput): InvalidField[] {
    const { name, url, change } = repository;
    if (!isRepositoryName(name))
      return [
        {
          path: '/repository/name',
          message:
            'a repository name has lower-case letters, digits and dashes only, at most 100 of them',
        },
      ];
    if (url === undefined) return [];
    if (change === 'pull-request' && !this.servers.takesPullRequests(url))
      return [
        {
          path: '/repository/change',
          message: `no pull request can be opened at ${new URL(url).host}: it is none of the integrations for GitHub, GitLab and Bitbucket; choose "commit", or another repository`,
        },
      ];
    if (this.servers.isKnown(url)) return [];
    return [
      {
        path: '/repository/url',
        message: `the portal knows no server for ${url}; a platform engineer adds an integration, or the server to modelDelivery.git.remotes`,
      },
    ];
  }

  private checkEnvironments(input: ServiceInput): InvalidField[] {
    return input.environments.flatMap(({ name }, index) =>
      this.environments.includes(name)
        ? []
        : [
            {
              path: `/environments/${index}/name`,
              message: `there is no environment "${name}"; choose one of ${this.environments.join(', ')}`,
            },
          ],
    );
  }

  private async findOwner(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<string | undefined> {
    const full = toOwnerRef(ref);
    if (full === undefined) return undefined;
    return (await this.isInCatalog(full, credentials)) ? full : undefined;
  }

  /** As the catalog said within the last five seconds. */
  private isInCatalog(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.recent.ask({ credentials, about: [ref] }, async () => {
      const entity = await this.catalog.getEntityByRef(ref, { credentials });
      return entity !== undefined;
    });
  }
}

function toOwnerRef(ref: string): string | undefined {
  try {
    const parsed = parseEntityRef(ref, { defaultKind: 'Group' });
    return ownerKinds.includes(parsed.kind.toLowerCase())
      ? stringifyEntityRef(parsed)
      : undefined;
  } catch {
    return undefined;
  }
}

function unknownOwner(input: ServiceInput): InvalidField {
  return {
    path: '/owner',
    message: `the catalog has no group or user ${input.owner}; choose one that exists`,
  };
}
