import {
  hostActions,
  HostCall,
  integrations,
} from './__testUtils__/hostActions';
import {
  parseAnswersHere,
  ScaffolderOptions,
  startScaffolder,
  templateOf,
} from './__testUtils__/startScaffolder';
import { valuesOf } from './__testUtils__/templateValues';

const name = 'inference-service';
const missing = {
  severity: 'warning' as const,
  field: '/repository/url',
  message: "can't be read",
};

async function start(options: ScaffolderOptions) {
  const calls: HostCall[] = [];
  const portal = await startScaffolder({
    ...options,
    integrations,
    features: [hostActions(calls)],
  });
  return { ...portal, calls };
}

const titlesOf = (output: { links: { title: string }[] }) =>
  output.links.map(({ title }) => title);

describe('the steps for hosts', () => {
  beforeAll(parseAnswersHere);
  afterAll(() => {
    jest.restoreAllMocks();
  });

  it('are the same in every template', () => {
    const [first, ...others] = Object.keys(valuesOf).map(
      template => templateOf(template).spec?.steps,
    );
    for (const steps of others) expect(steps).toEqual(first);
  });

  describe('for a repository that is not there', () => {
    let portal: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      portal = await start({ plan: { findings: [missing] } });
    });
    beforeEach(() => {
      portal.calls.length = 0;
      portal.written.length = 0;
    });

    it.each([
      [
        'github',
        'https://github.com/acme/api',
        { protectDefaultBranch: false },
      ],
      ['gitlab', 'https://gitlab.com/acme/risk/api', {}],
      ['gitea', 'https://gitea.example.com/acme/api', {}],
      ['bitbucketServer', 'https://bitbucket.example.com/scm/RISK/api', {}],
      ['bitbucketCloud', 'https://bitbucket.org/acme/api', {}],
      ['azure', 'https://dev.azure.com/acme/risk/_git/api', {}],
    ])('make it on %s, then write', async (host, url, more) => {
      const { run, calls, written } = portal;
      const repository = { name: 'api-gitops', url, project: 'ML' };
      const task = await run(name, { ...valuesOf[name], repository });
      expect(task).toMatchObject({ status: 'completed' });
      expect(calls).toEqual([
        {
          action: `publish:${host}`,
          input: expect.objectContaining({
            repoUrl: expect.stringMatching(
              new RegExp(`^${new URL(url).host}\\?.*repo=api$`),
            ),
            defaultBranch: 'main',
            gitCommitMessage: 'api: model:default/credit-risk 7 in dev',
            ...(host !== 'azure' && { repoVisibility: 'private' }),
            ...more,
          }),
        },
      ]);
      expect(written).toHaveLength(1);
      expect(titlesOf(task.output)).toEqual([
        'Repository',
        'Service in the catalog',
      ]);
    });
  });

  describe('for a pull request', () => {
    let portal: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      portal = await start({
        plan: {
          digest: `sha256:${'ab'.repeat(32)}`,
          changes: [
            { path: 'README.md', change: 'added' },
            { path: 'flux/source.yaml', change: 'removed' },
          ],
        },
        delivery: { awaitsMerge: true, changed: false },
      });
    });
    beforeEach(() => {
      portal.calls.length = 0;
      portal.written.length = 0;
    });

    const own = {
      branchName: 'modelyard/api-abababababab',
      targetBranchName: 'main',
    };
    const atlassian = {
      sourceBranch: 'modelyard/api-abababababab',
      targetBranch: 'main',
    };
    const gitlab = 'publish:gitlab:merge-request';
    it.each([
      [
        'publish:github:pull-request',
        'https://github.com/acme/mono',
        'remoteUrl',
        {
          ...own,
          filesToDelete: ['services/api/flux/source.yaml'],
          update: true,
        },
      ],
      [gitlab, 'https://gitlab.com/acme/mono', 'mergeRequestUrl', own],
      [
        'publish:bitbucketServer:pull-request',
        'https://bitbucket.example.com/scm/ML/mono',
        'pullRequestUrl',
        atlassian,
      ],
      [
        'publish:bitbucketCloud:pull-request',
        'https://bitbucket.org/acme/mono',
        'pullRequestUrl',
        atlassian,
      ],
    ])('ask %s for it', async (action, url, output, more) => {
      const { run, calls, written } = portal;
      const values = {
        ...valuesOf[name],
        repository: {
          name: 'mono',
          url,
          path: 'services/api',
          change: 'pull-request',
        },
      };
      const task = await run(name, values);
      expect(task).toMatchObject({ status: 'completed' });
      expect(calls).toEqual([
        {
          action,
          input: expect.objectContaining({
            title: 'api: model:default/credit-risk 7 in dev',
            description: expect.stringContaining(
              'Adds 1 files, changes 0, removes 1.',
            ),
            ...more,
          }),
        },
      ]);
      expect(written).toEqual([values]);
      expect(task.output.links).toEqual([
        {
          title: action === gitlab ? 'Merge request' : 'Pull request',
          icon: 'code',
          url: `https://host.example.com/${output}`,
        },
        expect.objectContaining({ title: 'Repository' }),
      ]);
      expect(task.output.text).toEqual([
        expect.objectContaining({ title: 'What comes next' }),
      ]);
    });
  });

  it('do nothing for a repository of the portal, and none when nothing changes', async () => {
    const { run, calls } = await start({});
    const task = await run(name, valuesOf[name]);
    expect(task).toMatchObject({ status: 'completed' });
    expect(titlesOf(task.output)).toEqual([
      'Repository',
      'Service in the catalog',
    ]);
    expect(task.output.text).toEqual([
      expect.objectContaining({ title: 'Clone it' }),
    ]);
    const again = await run(name, {
      ...valuesOf[name],
      repository: {
        name: 'mono',
        url: 'https://github.com/acme/mono',
        change: 'pull-request',
      },
    });
    expect(again).toMatchObject({ status: 'completed' });
    expect(calls).toEqual([]);
  });
});
