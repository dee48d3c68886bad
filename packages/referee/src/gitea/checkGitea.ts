import { join } from 'node:path';
import { context, digestOf, plan, PlanFile, service } from '../planner';
import { outputOf } from '../tools/run';
import { until } from '../tools/until';
import { GiteaApi } from './GiteaApi';
import { publishToGitea } from './publish';
import { Gitea, startGitea } from './startGitea';
import { differencesFrom, writeTree } from './workTree';

/** What Gitea was seen to do. */
export interface GiteaResult {
  version: string;
  /** What was done, in order. */
  steps: string[];
  /** What was not as planned; empty when all was. */
  differences: string[];
}

const owner = 'models';
const repo = 'credit-risk-api-gitops';
const branch = 'release-8';
const seconds = 30;

function planned(version: string): PlanFile[] {
  const { model } = context();
  const { files, findings } = plan(
    service({ model: { ref: 'model:default/credit-risk', version } }),
    context({
      model: model && { ...model, version, digest: digestOf(version) },
    }),
  );
  if (!files.length) throw new Error(`no plan: ${JSON.stringify(findings)}`);
  return files;
}

async function mergeRelease(gitea: Gitea, clone: string): Promise<void> {
  const api = GiteaApi.create(gitea);
  const git = (...args: string[]) =>
    outputOf('git', ['-c', 'user.name=Referee', ...args], {
      cwd: clone,
      env: { EMAIL: 'referee@example.com' },
    });
  const push = new URL(`${gitea.url}/${owner}/${repo}.git`);
  push.username = gitea.username;
  push.password = gitea.password;
  await git('switch', '--quiet', '--create', branch);
  writeTree(clone, planned('8'));
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Release 8');
  await git('push', '--quiet', push.href, branch);
  const pull = await until('the pushed branch', seconds, () =>
    api.openPull(`${owner}/${repo}`, {
      head: branch,
      base: 'main',
      title: 'Release 8',
    }),
  );
  await until('the merge', seconds, async () =>
    (await api.merge(`${owner}/${repo}`, pull.number)) ? true : undefined,
  );
  const { merged } = await api.pull(`${owner}/${repo}`, pull.number);
  if (!merged) throw new Error('Gitea says that nothing was merged');
}

async function walk(gitea: Gitea, folder: string): Promise<GiteaResult> {
  const api = GiteaApi.create(gitea);
  const version = await api.version();
  await api.createOrganization(owner);
  const first = planned('7');
  const workspacePath = join(folder, 'workspace');
  writeTree(workspacePath, first);
  const outputs = await publishToGitea(gitea, { workspacePath, owner, repo });
  const clone = async (name: string) => {
    const target = join(folder, name);
    const url = `${gitea.url}/${owner}/${repo}.git`;
    await outputOf('git', ['clone', '--quiet', url, target]);
    return target;
  };
  const published = await clone('published');
  const head = await outputOf('git', ['rev-parse', 'HEAD'], { cwd: published });
  const differences = differencesFrom(published, first);
  if (outputs.commitHash !== head.trim()) {
    differences.push(`the action speaks of commit ${outputs.commitHash}`);
  }
  await mergeRelease(gitea, published);
  const second = planned('8');
  differences.push(...differencesFrom(await clone('merged'), second));
  return {
    version,
    steps: [
      `\`publish:gitea\` made ${owner}/${repo} from the ${first.length} files of a plan`,
      'stock git cloned them, and bytes and modes were compared with the plan',
      'a branch with the next release was pushed, and a pull request was opened and merged through the API',
      `stock git cloned the ${second.length} files of the next release from main, and they were compared`,
    ],
    differences,
  };
}

/** Takes a planned repository to a real Git host and back. */
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
