import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import { Gitea } from './startGitea';

type Handler = ReturnType<typeof createPublishGiteaAction>['handler'];
type Context = Parameters<Handler>[0];

function silentLogger(): Context['logger'] {
  const ignore = () => undefined;
  const logger: Context['logger'] = {
    error: ignore,
    warn: ignore,
    info: ignore,
    debug: ignore,
    child: () => logger,
  };
  return logger;
}

/** All that an action may ask of its task. */
function contextOf(
  workspacePath: string,
  input: Context['input'],
  output: Context['output'],
): Context {
  const unused = async () => {
    throw new Error('publish:gitea asks for more than it did');
  };
  return {
    logger: silentLogger(),
    ...{ workspacePath, input, output },
    checkpoint: ({ fn }) => Promise.resolve(fn()),
    createTemporaryDirectory: unused,
    getInitiatorCredentials: unused,
    task: { id: 'referee' },
  };
}

/**
 * Lets Backstage's own `publish:gitea` create a repository from a folder, with an
 * integration as it stands in an `app-config.yaml`.
 *
 * @returns what the action puts out
 */
export async function publishToGitea(
  gitea: Gitea,
  options: { workspacePath: string; owner: string; repo: string },
): Promise<Record<string, unknown>> {
  const { host } = new URL(gitea.url);
  const { username, password, url: baseUrl } = gitea;
  const config = new ConfigReader({
    integrations: { gitea: [{ host, baseUrl, username, password }] },
    scaffolder: {
      defaultAuthor: { name: 'Modelyard', email: 'modelyard@example.com' },
    },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const action = createPublishGiteaAction({ integrations, config });
  const outputs: Record<string, unknown> = {};
  const input = {
    repoUrl: `${host}?owner=${options.owner}&repo=${options.repo}`,
    description: 'Planned for the referee',
    defaultBranch: 'main',
    // The action looks at a private one for 20 seconds without seeing it.
    repoVisibility: 'public' as const,
    gitCommitMessage: 'Release 7',
  };
  await action.handler(
    contextOf(options.workspacePath, input, (name, value) => {
      outputs[name] = value;
    }),
  );
  return outputs;
}
