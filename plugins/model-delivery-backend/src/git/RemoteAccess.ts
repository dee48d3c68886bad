import { Config } from '@backstage/config';
import { NotAllowedError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import {
  repositoryToChange,
  repositoryToCreate,
} from '@modelyard/plugin-model-catalog-node';

/** A Git server that is no integration. */
export interface ConfiguredRemote {
  /** What addresses of its repositories begin with; ends with a slash. */
  baseUrl: string;
  username?: string;
  password?: string;
}

/** How Git identifies itself to a server. */
interface Login {
  username: string;
  password: string;
}

/**
 * Which servers repositories may lie on, and how to log in there: those of
 * Backstage's integrations, and those that are configured.
 */
export class RemoteAccess {
  private constructor(
    private readonly integrations: ScmIntegrationRegistry,
    private readonly github: DefaultGithubCredentialsProvider,
    private readonly remotes: readonly ConfiguredRemote[],
  ) {}

  static create(options: {
    config: Config;
    remotes: readonly ConfiguredRemote[];
  }): RemoteAccess {
    const integrations = ScmIntegrations.fromConfig(options.config);
    return new RemoteAccess(
      integrations,
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      options.remotes,
    );
  }

  /** Whether there is a server that the address may lead to. */
  isKnown(url: string): boolean {
    return this.find(url) !== undefined;
  }

  /** Whether a template can make the repository. */
  takesNew({ url, project }: { url: string; project?: string }): boolean {
    const { integrations } = this;
    return repositoryToCreate(url, integrations, { project }) !== undefined;
  }

  /** Whether a template can open a pull request there. */
  takesPullRequests(url: string): boolean {
    return repositoryToChange(url, this.integrations) !== undefined;
  }

  /**
   * Settings of Git that log in at the server of a repository, and at no other.
   *
   * @throws NotAllowedError for a server that nobody has configured
   */
  async settings(url: string): Promise<[string, string][]> {
    const found = this.find(url);
    if (!found)
      throw new NotAllowedError(
        `There is no integration for ${new URL(url).host}; a platform engineer adds one to \`integrations\`, or the server to \`modelDelivery.git.remotes\``,
      );
    const login = await found.login();
    const always: [string, string][] = [
      // A server that sends us on could send us anywhere.
      ['http.followRedirects', 'false'],
      ['protocol.allow', 'never'],
      ['protocol.http.allow', 'always'],
      ['protocol.https.allow', 'always'],
      ['credential.helper', ''],
    ];
    return login ? [...always, header(url, login)] : always;
  }

  private find(
    url: string,
  ): { login: () => Promise<Login | undefined> } | undefined {
    const remote = this.remotes.find(({ baseUrl }) => url.startsWith(baseUrl));
    if (remote) {
      const { username = 'modelyard', password } = remote;
      return {
        login: async () => (password ? { username, password } : undefined),
      };
    }
    // Tokens of integrations are not sent in the open.
    if (!url.startsWith('https://')) return undefined;
    const type = this.integrations.byUrl(url)?.type;
    return type ? { login: () => this.integrationLogin(type, url) } : undefined;
  }

  private async integrationLogin(
    type: string,
    url: string,
  ): Promise<Login | undefined> {
    const { integrations } = this;
    switch (type) {
      case 'github': {
        const { token } = await this.github.getCredentials({ url });
        return loginOf('x-access-token', token);
      }
      case 'gitlab':
        return loginOf('oauth2', integrations.gitlab.byUrl(url)?.config.token);
      case 'gitea': {
        const config = integrations.gitea.byUrl(url)?.config;
        return loginOf(config?.username ?? 'modelyard', config?.password);
      }
      case 'bitbucketCloud': {
        const config = integrations.bitbucketCloud.byUrl(url)?.config;
        return config?.token
          ? loginOf('x-bitbucket-api-token-auth', config.token)
          : loginOf(config?.username, config?.appPassword);
      }
      case 'bitbucketServer': {
        const config = integrations.bitbucketServer.byUrl(url)?.config;
        return loginOf(
          config?.username ?? 'x-token-auth',
          config?.token ?? config?.password,
        );
      }
      case 'azure': {
        const credential = integrations.azure
          .byUrl(url)
          ?.config.credentials?.find(c => c.kind === 'PersonalAccessToken');
        return loginOf(
          'modelyard',
          credential && 'personalAccessToken' in credential
            ? credential.personalAccessToken
            : undefined,
        );
      }
      default:
        return undefined;
    }
  }
}

function loginOf(username?: string, password?: string): Login | undefined {
  return username && password ? { username, password } : undefined;
}

/** Not in the address and not an argument: both can be seen by others. */
function header(url: string, { username, password }: Login): [string, string] {
  const { origin } = new URL(url);
  const basic = Buffer.from(`${username}:${password}`).toString('base64');
  return [`http.${origin}/.extraHeader`, `Authorization: Basic ${basic}`];
}
