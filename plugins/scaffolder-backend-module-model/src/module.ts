import { createBackendModule } from '@backstage/backend-plugin-api';
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
      deps: { actions: scaffolderActionsExtensionPoint },
      async init({ actions }) {
        actions.addActions(createPlanRegistrationAction());
      },
    });
  },
});
