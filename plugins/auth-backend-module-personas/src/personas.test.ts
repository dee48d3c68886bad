import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { AuthResolverContext } from '@backstage/plugin-auth-node';
import { readPersona } from './personaAuthenticator';
import { assertDevelopment, readPersonas } from './personas';
import { createPersonaSignInResolver } from './personaSignInResolver';

function request(options: {
  query?: Record<string, unknown>;
  headers?: Record<string, string>;
}) {
  const headers: Record<string, string> = {
    'x-requested-with': 'XMLHttpRequest',
    ...options.headers,
  };
  return { query: options.query ?? {}, get: (name: string) => headers[name] };
}

describe('personas', () => {
  it('does not run in production and says why', () => {
    expect(() => assertDevelopment('production')).toThrow(
      /NODE_ENV=production/,
    );
    expect(() => assertDevelopment('development')).not.toThrow();
  });

  it.each([[['reviewer', 'user:x/y']], [[]]])(
    'names the key for users %j',
    users => {
      const config = new ConfigReader({
        auth: { providers: { personas: { users } } },
      });
      expect(() => readPersonas(config)).toThrow(
        /auth\.providers\.personas\.users/,
      );
    },
  );

  it('reads the persona from the query or the header', () => {
    expect(readPersona(request({ query: { user: 'a' } }), ['a'])).toEqual({
      name: 'a',
    });
    expect(
      readPersona(request({ headers: { 'x-modelyard-persona': 'a' } }), ['a']),
    ).toEqual({ name: 'a' });
  });

  it('refuses unknown names and requests a form could send', () => {
    expect(() => readPersona(request({ query: { user: 'b' } }), ['a'])).toThrow(
      /name one of a/,
    );
    expect(() =>
      readPersona(
        request({ query: { user: 'a' }, headers: { 'x-requested-with': '' } }),
        ['a'],
      ),
    ).toThrow(/X-Requested-With/);
  });
});

describe('persona sign-in', () => {
  const info = { profile: {}, result: { name: 'reviewer' } };

  function context(signIn: AuthResolverContext['signInWithCatalogUser']) {
    const base: Partial<AuthResolverContext> = {
      signInWithCatalogUser: signIn,
    };
    return base as AuthResolverContext;
  }

  it('waits for a catalog that is still reading', async () => {
    let calls = 0;
    const resolver = createPersonaSignInResolver({ pauseMs: 1 });
    const signed = await resolver(
      info,
      context(async () => {
        calls += 1;
        if (calls < 3) throw new NotFoundError('not yet');
        return { token: 'token' };
      }),
    );
    expect(signed).toEqual({ token: 'token' });
    expect(calls).toBe(3);
  });

  it('says what is missing when patience ends, and passes on other errors', async () => {
    const resolver = createPersonaSignInResolver({ patienceMs: 5, pauseMs: 1 });
    await expect(
      resolver(
        info,
        context(async () => {
          throw new NotFoundError('no');
        }),
      ),
    ).rejects.toThrow(/user:default\/reviewer is not in the catalog/);
    await expect(
      resolver(
        info,
        context(async () => {
          throw new Error('broken');
        }),
      ),
    ).rejects.toThrow('broken');
  });
});
