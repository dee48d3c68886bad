import { Config } from '@backstage/config';

const usersKey = 'auth.providers.personas.users';

/**
 * Throws where demo personas would be a way past the real sign-in.
 */
export function assertDevelopment(nodeEnv: string | undefined): void {
  if (nodeEnv !== 'production') return;
  throw new Error(
    'Demo personas let anyone sign in as anyone, so they do not run with NODE_ENV=production. ' +
      'Remove @modelyard/plugin-auth-backend-module-personas from the backend and configure a real auth provider.',
  );
}

/**
 * Names of the catalog users that may be picked, from `auth.providers.personas.users`.
 */
export function readPersonas(config: Config): string[] {
  const personas = config.getStringArray(usersKey);
  const bad = personas.find(name => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
  if (bad !== undefined || personas.length === 0)
    throw new Error(
      `${usersKey} must list names of User entities in the default namespace${
        bad === undefined ? ', and is empty' : `; '${bad}' is none`
      }`,
    );
  return personas;
}
