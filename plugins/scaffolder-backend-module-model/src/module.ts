import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createPlanRegistrationAction } from './actions/createPlanRegistrationAction';

/**
 * Adds the action `model:plan-registration`.
 *
 * @public
 */
export const scaffolderModuleModel = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'model',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ actions, config }) {
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(createPlanRegistrationAction({ integrations }));
      },
    });
  },
});
