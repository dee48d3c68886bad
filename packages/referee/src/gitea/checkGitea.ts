import { join } from 'node:path';
import { outputOf } from '../tools/run';
import { until } from '../tools/until';
import { GiteaApi } from './GiteaApi';
import { PortalApi } from './PortalApi';
import { Gitea, startGitea } from './startGitea';
import { startPortal } from './startPortal';
import { differencesFrom, writeTree } from './workTree';

/** What Gitea was seen to do. */
export interface GiteaResult {
  version: string;
  /** What was done, in order. */
  steps: string[];
  /** What was not as planned; empty when all was. */
  differences: string[];
}

const template = 'inference-service';
const name = 'credit-risk-api';
const owner = 'models';
const repo = `${name}-gitops`;
const branch = 'more-replicas';
const seconds = 30;

/** The values of the form, with as many replicas as a release has. */
function valuesOf({ url }: Gitea, replicas: number) {
  return {
    name,
    owner: 'group:default/risk-ml',
    model: { ref: 'model:default/credit-risk', version: '7' },
    runtime: { kind: 'kserve' },
    environments: ['dev', 'prod'].map(environment => ({
      name: environment,
      namespace: `ml-${environment}`,
      resources: { cpu: '500m', memory: '1Gi' },
      scaling: { kind: 'fixed', replicas },
    })),
    costCenter: 'cc-1010',
    repository: { name: repo, url: `${url}/${owner}/${repo}.git` },
  };
}

/** Compares what is with what should be, and says it in words. */
function differs(what: string, found: unknown, wanted: unknown): string[] {
  const [left, right] = [JSON.stringify(found), JSON.stringify(wanted)];
  return left === right ? [] : [`${what} is ${left} instead of ${right}`];
}

/** A walk through a Gitea and a portal that knows it. */
class Walk {
  readonly differences: string[] = [];
  private readonly address: string;

  constructor(
    private readonly gitea: Gitea,
    private readonly portal: PortalApi,
    private readonly api: GiteaApi,
    private readonly folder: string,
  ) {
    const address = new URL(`${gitea.url}/${owner}/${repo}.git`);
    address.username = gitea.username;
    address.password = gitea.password;
    this.address = address.href;
  }

  async create(): Promise<string> {
    const values = valuesOf(this.gitea, 1);
    const { files } = await this.portal.plan(values);
    const { steps, cloneUrl } = await this.portal.runTemplate(template, values);
    const clone = await this.clone('created');
    await this.declares(clone);
    this.differences.push(
      ...differs('what ran', steps, ['plan', 'createGitea', 'publish']),
      ...differs('the address', cloneUrl, values.repository.url),
      ...differencesFrom(clone, files),
    );
    return `the template made ${owner}/${repo} by \`publish:gitea\`; stock git cloned its ${files.length} files, and bytes and modes were compared with the plan`;
  }

  async repeat(): Promise<string> {
    const values = valuesOf(this.gitea, 1);
    const before = await this.api.commits(`${owner}/${repo}`);
    const { steps } = await this.portal.runTemplate(template, values);
    const after = await this.api.commits(`${owner}/${repo}`);
    this.differences.push(
      ...differs('what ran again', steps, ['plan', 'publish']),
      ...differs('the history after the second run', after, before),
    );
    return 'the template ran again with the same values, and changed nothing';
  }

  async release(): Promise<string> {
    const values = valuesOf(this.gitea, 2);
    await this.portal.runTemplate(template, values);
    const { files, changes } = await this.portal.plan(values);
    const clone = await this.clone('released');
    this.differences.push(
      ...differencesFrom(clone, files),
      ...differs('what is left to change', changes, []),
    );
    return 'the next release came as one commit of the portal to main, and the clone is as planned';
  }

  async merge(): Promise<string> {
    const { files } = await this.portal.plan(valuesOf(this.gitea, 3));
    const clone = await this.clone('branch');
    const git = (...args: string[]) =>
      outputOf('git', ['-c', 'user.name=Referee', ...args], {
        cwd: clone,
        env: { EMAIL: 'referee@example.com' },
      });
    await git('switch', '--quiet', '--create', branch);
    writeTree(clone, files);
    await git('add', '--all');
    await git('commit', '--quiet', '--message', 'Three replicas');
    await git('push', '--quiet', this.address, branch);
    await this.mergePull();
    const merged = await this.clone('merged');
    this.differences.push(...differencesFrom(merged, files));
    await this.declares(merged);
    return 'a release on a branch was merged by a pull request through the API, and the portal declares what main has';
  }

  private async mergePull(): Promise<void> {
    const pull = await until('the pushed branch', seconds, () =>
      this.api.openPull(`${owner}/${repo}`, {
        head: branch,
        base: 'main',
        title: 'Three replicas',
      }),
    );
    await until('the merge', seconds, async () =>
      (await this.api.merge(`${owner}/${repo}`, pull.number))
        ? true
        : undefined,
    );
  }

  /**
   * Each environment is said to be as the commit made it that touched it last.
   * The portal does not fetch again what it has fetched a few seconds ago.
   */
  private async declares(clone: string): Promise<void> {
    const commits = ['dev', 'prod'].map(async environment => {
      const args = [
        'log',
        '-1',
        '--format=%H',
        '--',
        `overlays/${environment}`,
      ];
      const commit = await outputOf('git', args, { cwd: clone });
      return [environment, commit.trim()];
    });
    const wanted = JSON.stringify(await Promise.all(commits));
    await until(`${wanted} in the portal`, seconds, async () => {
      const { environments } = await this.portal.readService(name);
      const declared = environments
        .map(e => [e.name, e.declared.commit])
        .sort();
      return JSON.stringify(declared) === wanted ? true : undefined;
    });
  }

  private async clone(target: string): Promise<string> {
    const path = join(this.folder, target);
    await outputOf('git', ['clone', '--quiet', this.address, path]);
    return path;
  }
}

async function walk(gitea: Gitea, folder: string): Promise<GiteaResult> {
  const api = GiteaApi.create(gitea);
  await api.createOrganization(owner);
  const portal = await startPortal(gitea, join(folder, 'portal'));
  try {
    const steps = new Walk(gitea, portal.api, api, folder);
    return {
      version: await api.version(),
      steps: [
        await steps.create(),
        await steps.repeat(),
        await steps.release(),
        await steps.merge(),
      ],
      differences: steps.differences,
    };
  } finally {
    await portal.stop();
  }
}

/** Takes a service from the form of a template to a real Git host and back. */
export async function checkGitea(
  binary: string,
  folder: string,
): Promise<GiteaResult> {
  const gitea = await startGitea(binary, join(folder, 'gitea'));
  try {
    return await walk(gitea, folder);
  } finally {
    await gitea.stop();
  }
}
