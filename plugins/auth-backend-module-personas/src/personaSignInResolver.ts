import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { SignInResolver } from '@backstage/plugin-auth-node';
import { setTimeout as wait } from 'node:timers/promises';
import { PersonaResult } from './personaAuthenticator';

/**
 * Signs in the catalog user of a persona. Right after a first start the catalog
 * may not have read the organisation yet, so a missing user is asked for again
 * until the patience is used up.
 */
export function createPersonaSignInResolver(
  options: { patienceMs?: number; pauseMs?: number } = {},
): SignInResolver<PersonaResult> {
  const { patienceMs = 30_000, pauseMs = 500 } = options;
  return async ({ result }, context) => {
    const deadline = Date.now() + patienceMs;
    for (;;) {
      try {
        return await context.signInWithCatalogUser({
          entityRef: { name: result.name },
        });
      } catch (error) {
        if (!(error instanceof Error) || error.name !== NotFoundError.name)
          throw error;
      }
      if (Date.now() + pauseMs > deadline)
        throw new ServiceUnavailableError(
          `user:default/${result.name} is not in the catalog yet; try again in a minute, or check the organisation under catalog.locations`,
        );
      await wait(pauseMs);
    }
  };
}
