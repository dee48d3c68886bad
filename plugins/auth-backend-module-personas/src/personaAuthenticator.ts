import { AuthenticationError, InputError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** Header by which the sign-in page names a persona. */
export const personaHeader = 'x-modelyard-persona';

/** The persona that a request asked for. */
export interface PersonaResult {
  name: string;
}

/** What the authenticator reads of a request. */
interface PersonaRequest {
  get(header: string): string | undefined;
  query: Record<string, unknown>;
}

/**
 * The persona named by a request, in the query `user` or the header.
 *
 * @throws AuthenticationError without `X-Requested-With`, which a cross-site form can't send
 * @throws InputError for a name that is not configured
 */
export function readPersona(
  request: PersonaRequest,
  personas: string[],
): PersonaResult {
  if (request.get('x-requested-with') !== 'XMLHttpRequest')
    throw new AuthenticationError(
      'Send the header X-Requested-With: XMLHttpRequest',
    );
  const name = request.query.user ?? request.get(personaHeader);
  if (typeof name === 'string' && personas.includes(name)) return { name };
  throw new InputError(
    `No such persona; name one of ${personas.join(', ')} in the query parameter 'user'`,
  );
}

/** Proxy authenticator that believes the request; see {@link readPersona}. */
export function createPersonaAuthenticator(personas: string[]) {
  return createProxyAuthenticator({
    defaultProfileTransform: async (result: PersonaResult) => ({
      profile: { displayName: result.name },
    }),
    initialize: () => personas,
    async authenticate({ req }, known: string[]) {
      const result = readPersona(req, known);
      return { result, providerInfo: {} };
    },
  });
}
