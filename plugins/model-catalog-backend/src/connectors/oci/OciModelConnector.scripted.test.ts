import { ociDialect } from '../__testUtils__/ociDialect';
import { readAll } from '../__testUtils__/readAll';
import {
  ScriptedModel,
  startRegistry,
} from '../__testUtils__/scriptedRegistry';
import { connectOci } from './__testUtils__/connectOci';

describe('OciModelConnector, scripted', () => {
  const models: ScriptedModel[] = [
    {
      name: 'models/a',
      aliases: {},
      versions: [{ version: '1', createdAt: '2026-11-01T00:00:00.000Z' }],
    },
  ];

  it('fetches a token where the registry asks for one', async () => {
    const seen: string[] = [];
    const registry = await startRegistry(request => {
      const { url, headers } = request;
      if (url.pathname === '/token') {
        seen.push(`${headers.authorization} ${url.searchParams.get('scope')}`);
        return { json: { token: 'let-me-in', expires_in: 300 } };
      }
      if (headers.authorization === 'Bearer let-me-in')
        return ociDialect.answer(models, request);
      return {
        status: 401,
        headers: {
          'www-authenticate': `Bearer realm="${registry.baseUrl}/token",service="registry"`,
        },
      };
    });
    const auth = { type: 'basic', username: 'me', password: 'secret' };
    const { models: found } = await readAll(
      connectOci(registry.baseUrl, { repositories: ['models/a'], auth }),
    );
    await registry.close();
    expect(found).toHaveLength(1);
    const basic = Buffer.from('me:secret').toString('base64');
    expect(seen[0]).toBe(`Basic ${basic} repository:models/a:pull`);
  });

  it('sends no credentials to a token service that nobody allowed', async () => {
    const registry = await startRegistry(() => ({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="https://evil.example/t"' },
    }));
    await expect(
      readAll(connectOci(registry.baseUrl, { repositories: ['models/a'] })),
    ).rejects.toThrow('name evil.example under tokenHosts');
    await registry.close();
  });

  it('believes no content that lacks the digest it was asked by', async () => {
    const registry = await startRegistry(request =>
      ociDialect.answer(models, request),
    );
    registry.fault = (_nth, { url, method }) =>
      url.pathname.includes('/manifests/') && method === 'GET'
        ? { kind: 'rewrite', rewrite: a => ({ ...a, body: `${a.body} ` }) }
        : undefined;
    const { models: found, problems } = await readAll(
      connectOci(registry.baseUrl, { repositories: ['models/a'] }),
    );
    await registry.close();
    expect(found).toEqual([]);
    expect(problems).toMatchObject([
      { message: expect.stringContaining('does not have the digest') },
    ]);
  });

  it('needs to be told what to read', () => {
    const baseUrl = 'http://localhost:5000';
    expect(() => connectOci(baseUrl, {})).toThrow('sources[0].repositories');
    expect(() => connectOci(baseUrl, { repositories: ['../x'] })).toThrow(
      '"../x" is not a repository',
    );
  });
});
