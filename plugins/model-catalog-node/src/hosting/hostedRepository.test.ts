import { ConfigReader } from '@backstage/config';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import { ScmIntegrations } from '@backstage/integration';
import { repositoryToChange, repositoryToCreate } from './hostedRepository';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [{ host: 'gitea.example.com' }],
      bitbucketServer: [{ host: 'bitbucket.example.com' }],
    },
  }),
);

describe('repositoryToCreate', () => {
  it.each([
    [
      'https://github.com/acme/scoring-gitops.git',
      'github',
      { owner: 'acme', repo: 'scoring-gitops' },
    ],
    [
      'https://gitlab.com/acme/risk/scoring',
      'gitlab',
      { owner: 'acme/risk', repo: 'scoring' },
    ],
    [
      'https://gitea.example.com/acme/scoring',
      'gitea',
      { owner: 'acme', repo: 'scoring' },
    ],
    [
      'https://bitbucket.example.com/scm/RISK/scoring.git',
      'bitbucketServer',
      { project: 'RISK', repo: 'scoring' },
    ],
    [
      'https://dev.azure.com/acme/risk/_git/scoring',
      'azure',
      { organization: 'acme', project: 'risk', repo: 'scoring' },
    ],
    [
      'https://bitbucket.org/acme/scoring',
      'bitbucketCloud',
      { workspace: 'acme', project: 'ML', repo: 'scoring' },
    ],
  ])('makes %s with %s', (address, host, parts) => {
    const options = { project: 'ML' };
    const target = repositoryToCreate(address, integrations, options);
    expect(target?.host).toBe(host);
    // As Backstage's own actions read it.
    expect(parseRepoUrl(target?.repoUrl ?? '', integrations)).toMatchObject(
      parts,
    );
  });

  it.each([
    'https://bitbucket.org/acme/scoring',
    'https://github.com/acme',
    'https://github.com/acme/a/b',
    'https://dev.azure.com/acme/risk/scoring',
    'https://git.elsewhere.example/acme/scoring',
  ])('can not make %s', address => {
    expect(repositoryToCreate(address, integrations)).toBeUndefined();
  });
});

describe('repositoryToChange', () => {
  it.each([
    [
      'https://github.com/acme/monorepo.git',
      'github',
      { owner: 'acme', repo: 'monorepo' },
    ],
    [
      'https://gitlab.com/acme/risk/monorepo',
      'gitlab',
      { owner: 'acme/risk', repo: 'monorepo' },
    ],
    [
      'https://bitbucket.example.com/scm/RISK/monorepo.git',
      'bitbucketServer',
      { project: 'RISK', repo: 'monorepo' },
    ],
    [
      'https://bitbucket.org/acme/monorepo',
      'bitbucketCloud',
      { workspace: 'acme', repo: 'monorepo' },
    ],
  ])('changes %s with %s', (address, host, parts) => {
    const repository = repositoryToChange(address, integrations);
    expect(repository?.host).toBe(host);
    expect(parseRepoUrl(repository?.repoUrl ?? '', integrations)).toMatchObject(
      parts,
    );
  });

  it.each([
    'https://gitea.example.com/acme/monorepo',
    'https://dev.azure.com/acme/risk/_git/monorepo',
    'https://bitbucket.org/acme',
    'https://git.elsewhere.example/acme/monorepo',
  ])('can not change %s', address => {
    expect(repositoryToChange(address, integrations)).toBeUndefined();
  });
});
