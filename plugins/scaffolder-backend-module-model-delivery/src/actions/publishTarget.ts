import { ScmIntegrationRegistry } from '@backstage/integration';

/**
 * Where a repository has to be made before it is written to, in the words of
 * Backstage's publish actions.
 */
export interface PublishTarget {
  /** Of which kind the server is; the action is `publish:<host>`. */
  host: 'github' | 'gitlab' | 'gitea' | 'bitbucketServer' | 'azure';
  /** `<host>?owner=…&repo=…` */
  repoUrl: string;
}

type Parts = Record<string, string>;

/** Steps of an address by their role; undefined when they are not all there. */
const partsOf: Record<
  PublishTarget['host'],
  (steps: string[]) => Parts | undefined
> = {
  github: ownerAndRepo,
  gitea: ownerAndRepo,
  gitlab: steps =>
    steps.length >= 2
      ? { owner: steps.slice(0, -1).join('/'), repo: steps[steps.length - 1] }
      : undefined,
  bitbucketServer: ([scm, project, repo, ...rest]) =>
    scm === 'scm' && repo && rest.length === 0 ? { project, repo } : undefined,
  azure: ([organization, project, git, repo, ...rest]) =>
    git === '_git' && repo && rest.length === 0
      ? { organization, project, repo }
      : undefined,
};

function ownerAndRepo(steps: string[]): Parts | undefined {
  const [owner, repo, ...rest] = steps;
  return repo && rest.length === 0 ? { owner, repo } : undefined;
}

function isHost(type: string): type is PublishTarget['host'] {
  return Object.hasOwn(partsOf, type);
}

/**
 * How Backstage makes the repository of an address; undefined for a server whose
 * action needs to know more, or that is no integration.
 */
export function publishTargetOf(
  address: string,
  integrations: ScmIntegrationRegistry,
): PublishTarget | undefined {
  const type = integrations.byUrl(address)?.type;
  if (!type || !isHost(type)) return undefined;
  const { host, pathname } = new URL(address);
  const steps = pathname
    .replace(/\.git$/, '')
    .split('/')
    .filter(Boolean);
  const parts = partsOf[type](steps);
  if (!parts) return undefined;
  return { host: type, repoUrl: `${host}?${new URLSearchParams(parts)}` };
}
