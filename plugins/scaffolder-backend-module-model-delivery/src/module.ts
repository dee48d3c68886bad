import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { DeliveryClient } from '@modelyard/plugin-model-delivery-common';
import { createPlanAction } from './actions/createPlanAction';
import { createPublishAction } from './actions/createPublishAction';

/**
 * Adds the actions `model-delivery:plan` and `model-delivery:publish`.
 *
 * @public
 */
export const scaffolderModuleModelDelivery = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'model-delivery',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, config, discovery }) {
        const delivery = DeliveryClient.create({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        actions.addActions(
          createPlanAction({
            auth,
            delivery,
            integrations: ScmIntegrations.fromConfig(config),
          }),
          createPublishAction({ auth, delivery }),
        );
      },
    });
  },
});
