import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createPersonaAuthenticator } from './personaAuthenticator';
import { assertDevelopment, readPersonas } from './personas';
import { createPersonaSignInResolver } from './personaSignInResolver';

/**
 * Adds the auth provider `personas`. Refuses to start in production.
 *
 * @public
 */
export const authModulePersonas = createBackendModule({
  pluginId: 'auth',
  moduleId: 'personas',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        assertDevelopment(process.env.NODE_ENV);
        const personas = readPersonas(config);
        providers.registerProvider({
          providerId: 'personas',
          factory: createProxyAuthProviderFactory({
            authenticator: createPersonaAuthenticator(personas),
            signInResolver: createPersonaSignInResolver(),
          }),
        });
        logger.warn(
          `Anyone can sign in as one of: ${personas.join(', ')}. Development only.`,
        );
      },
    });
  },
});
