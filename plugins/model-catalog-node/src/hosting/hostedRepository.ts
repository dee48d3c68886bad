import { ScmIntegrationRegistry } from '@backstage/integration';

/**
 * A repository on a Git server, in the words of Backstage's publish actions.
 *
 * @public
 */
export interface HostedRepository {
  /** Of which kind the server is; actions are called `publish:<host>…`. */
  host: string;
  /** `<host>?owner=…&repo=…` */
  repoUrl: string;
}

type Parts = Record<string, string>;
type ReadParts = (steps: string[], project?: string) => Parts | undefined;

/** Servers on which an action makes a repository. */
const creatable: Record<string, ReadParts> = {
  github: ownerAndRepo,
  gitea: ownerAndRepo,
  gitlab: groupsAndRepo,
  bitbucketServer: projectAndRepo,
  // The address of a repository does not tell its project.
  bitbucketCloud: ([workspace, repo, ...rest], project) =>
    repo && project && rest.length === 0
      ? { workspace, project, repo }
      : undefined,
  azure: ([organization, project, git, repo, ...rest]) =>
    git === '_git' && repo && rest.length === 0
      ? { organization, project, repo }
      : undefined,
};

/** Servers on which an action opens a pull request. */
const changeable: Record<string, ReadParts> = {
  github: ownerAndRepo,
  gitlab: groupsAndRepo,
  bitbucketServer: projectAndRepo,
  // The action wants a project to be named, and does not look at it.
  bitbucketCloud: ([workspace, repo, ...rest]) =>
    repo && rest.length === 0
      ? { workspace, project: workspace, repo }
      : undefined,
};

function ownerAndRepo([owner, repo, ...rest]: string[]): Parts | undefined {
  return repo && rest.length === 0 ? { owner, repo } : undefined;
}

function groupsAndRepo(steps: string[]): Parts | undefined {
  return steps.length >= 2
    ? { owner: steps.slice(0, -1).join('/'), repo: steps[steps.length - 1] }
    : undefined;
}

function projectAndRepo([scm, project, repo, ...rest]: string[]):
  Parts | undefined {
  return scm === 'scm' && repo && rest.length === 0
    ? { project, repo }
    : undefined;
}

function find(
  servers: Record<string, ReadParts>,
  address: string,
  integrations: ScmIntegrationRegistry,
  project?: string,
): HostedRepository | undefined {
  const type = integrations.byUrl(address)?.type;
  if (!type || !Object.hasOwn(servers, type)) return undefined;
  const { host, pathname } = new URL(address);
  const steps = pathname
    .replace(/\.git$/, '')
    .split('/')
    .filter(Boolean);
  const parts = servers[type](steps, project);
  if (!parts) return undefined;
  return { host: type, repoUrl: `${host}?${new URLSearchParams(parts)}` };
}

/**
 * How Backstage makes the repository of an address, with `publish:<host>`;
 * undefined for a server whose action needs to know more, or that is no
 * integration.
 *
 * @param options - key of the project that Bitbucket Cloud is to put it into
 *
 * @public
 */
export function repositoryToCreate(
  address: string,
  integrations: ScmIntegrationRegistry,
  options: { project?: string } = {},
): HostedRepository | undefined {
  return find(creatable, address, integrations, options.project);
}

/**
 * How Backstage opens a pull request in the repository of an address, with
 * `publish:<host>:pull-request` (`publish:gitlab:merge-request`); undefined for
 * a server that has no such action, or that is no integration.
 *
 * @public
 */
export function repositoryToChange(
  address: string,
  integrations: ScmIntegrationRegistry,
): HostedRepository | undefined {
  return find(changeable, address, integrations);
}
