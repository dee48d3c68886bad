import { createBackendModule } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { createPublishAzureAction } from '@backstage/plugin-scaffolder-backend-module-azure';
import {
  createPublishBitbucketCloudAction,
  createPublishBitbucketCloudPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-bitbucket-cloud';
import {
  createPublishBitbucketServerAction,
  createPublishBitbucketServerPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-bitbucket-server';
import { createPublishGiteaAction } from '@backstage/plugin-scaffolder-backend-module-gitea';
import {
  createPublishGithubAction,
  createPublishGithubPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import {
  createPublishGitlabAction,
  createPublishGitlabMergeRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';

/** What an action of a host was asked for. */
export interface HostCall {
  action: string;
  input: Record<string, unknown>;
}

/** Servers that no test reaches. */
export const integrations = {
  github: [{ host: 'github.com', token: 'not-a-secret' }],
  gitlab: [{ host: 'gitlab.com', token: 'not-a-secret' }],
  gitea: [{ host: 'gitea.example.com' }],
  bitbucketServer: [
    {
      host: 'bitbucket.example.com',
      apiBaseUrl: 'https://bitbucket.example.com/rest/api/1.0',
    },
  ],
  bitbucketCloud: [{ username: 'robot', appPassword: 'not-a-secret' }],
  azure: [{ host: 'dev.azure.com' }],
};

function realActions() {
  const config = new ConfigReader({ integrations });
  const scm = ScmIntegrations.fromConfig(config);
  const options = { integrations: scm, config };
  const githubCredentialsProvider =
    DefaultGithubCredentialsProvider.fromIntegrations(scm);
  return [
    createPublishAzureAction(options),
    createPublishBitbucketCloudAction(options),
    createPublishBitbucketCloudPullRequestAction(options),
    createPublishBitbucketServerAction(options),
    createPublishBitbucketServerPullRequestAction(options),
    createPublishGiteaAction(options),
    createPublishGithubAction({ ...options, githubCredentialsProvider }),
    createPublishGithubPullRequestAction({
      ...options,
      githubCredentialsProvider,
    }),
    createPublishGitlabAction(options),
    createPublishGitlabMergeRequestAction(options),
  ];
}

/**
 * Backstage's own actions for hosts with the schemas they have, which the
 * scaffolder holds every input against. Instead of asking a server they note
 * what they were given.
 */
export function hostActions(calls: HostCall[]) {
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'hosts',
    register(env) {
      env.registerInit({
        deps: { actions: scaffolderActionsExtensionPoint },
        async init({ actions }) {
          actions.addActions(
            ...realActions().map(action => ({
              ...action,
              handler: async (ctx: {
                input: Record<string, unknown>;
                output(name: string, value: string): void;
              }) => {
                calls.push({ action: action.id, input: ctx.input });
                for (const name of Object.keys(
                  action.schema?.output?.properties ?? {},
                ))
                  ctx.output(name, `https://host.example.com/${name}`);
              },
            })),
          );
        },
      });
    },
  });
}
