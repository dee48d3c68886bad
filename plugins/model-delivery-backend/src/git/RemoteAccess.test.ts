import { ConfigReader } from '@backstage/config';
import { RemoteAccess } from './RemoteAccess';

const access = RemoteAccess.create({
  config: new ConfigReader({
    integrations: {
      github: [{ host: 'github.com', token: 'gh-login' }],
      gitlab: [{ host: 'gitlab.com', token: 'gl-login' }],
      gitea: [{ host: 'gitea.example.com', username: 'me', password: 'it' }],
      bitbucketServer: [{ host: 'bitbucket.example.com', token: 'bb-login' }],
      azure: [
        {
          host: 'dev.azure.com',
          credentials: [{ personalAccessToken: 'az-login' }],
        },
      ],
    },
  }),
  remotes: [
    { baseUrl: 'http://git.internal/models/', username: 'u', password: 'p' },
    { baseUrl: 'https://open.example.com/' },
  ],
});

/** Which login goes to which address. */
async function loginFor(url: string): Promise<string[] | undefined> {
  const settings = await access.settings(url);
  const sent = settings.filter(([key]) => key.endsWith('.extraHeader'));
  expect(sent.length).toBeLessThanOrEqual(1);
  if (!sent.length) return undefined;
  const [key, value] = sent[0];
  const basic = value.replace('Authorization: Basic ', '');
  return [key, Buffer.from(basic, 'base64').toString('utf8')];
}

describe('RemoteAccess', () => {
  it.each([
    [
      'https://github.com/a/b.git',
      'https://github.com',
      'x-access-token:gh-login',
    ],
    ['https://gitlab.com/a/b/c', 'https://gitlab.com', 'oauth2:gl-login'],
    ['https://gitea.example.com/a/b', 'https://gitea.example.com', 'me:it'],
    [
      'https://bitbucket.example.com/scm/A/b',
      'https://bitbucket.example.com',
      'x-token-auth:bb-login',
    ],
    [
      'https://dev.azure.com/a/b/_git/c',
      'https://dev.azure.com',
      'modelyard:az-login',
    ],
    ['http://git.internal/models/x.git', 'http://git.internal', 'u:p'],
  ])('logs in at %s, and nowhere else', async (url, origin, login) => {
    expect(access.isKnown(url)).toBe(true);
    expect(await loginFor(url)).toEqual([`http.${origin}/.extraHeader`, login]);
  });

  it('needs no login where none is configured', async () => {
    expect(await loginFor('https://open.example.com/a')).toBeUndefined();
  });

  it.each([
    ['an integration in the open', 'http://github.com/a/b.git'],
    ['another server', 'https://elsewhere.example.com/a/b'],
    ['another folder of a server', 'http://git.internal/secret/x.git'],
    ['another port', 'https://gitea.example.com:8443/a/b'],
  ])('knows no login for %s', async (_, url) => {
    expect(access.isKnown(url)).toBe(false);
    await expect(access.settings(url)).rejects.toThrow(/no integration for/);
  });

  it('follows nobody to another server', async () => {
    const settings = await access.settings('https://github.com/a/b.git');
    expect(settings).toContainEqual(['http.followRedirects', 'false']);
    expect(settings).toContainEqual(['protocol.allow', 'never']);
  });
});
