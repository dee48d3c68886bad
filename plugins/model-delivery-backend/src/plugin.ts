import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createPlanAction } from './actions/createPlanAction';
import { readDeliveryConfig } from './config';
import { createDelivery } from './createDelivery';
import { createGitRouter } from './router/createGitRouter';
import { createRouter } from './router/createRouter';
import { registerPermissions } from './permissions/registerPermissions';

/**
 * Plans GitOps repositories, writes them to embedded Git, and serves them.
 *
 * @public
 */
export const modelDeliveryPlugin = createBackendPlugin({
  pluginId: 'model-delivery',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, auth, httpAuth, httpRouter, logger, scheduler } = deps;
        const config = readDeliveryConfig(deps.config);
        const { delivery, store, indexer, maintenance, push } =
          await createDelivery(config, deps);
        registerPermissions(deps.permissionsRegistry, store);
        httpRouter.addAuthPolicy({ path: '/git', allow: 'unauthenticated' });
        const git = { auth, auditor, logger, delivery, ...push };
        httpRouter.use(createGitRouter(git));
        httpRouter.use(createRouter({ httpAuth, auditor, delivery }));
        createPlanAction({ registry: deps.actionsRegistry, delivery });
        await scheduler.scheduleTask({
          id: 'model-delivery-index',
          frequency: { minutes: 5 },
          timeout: { minutes: 4 },
          initialDelay: { seconds: 3 },
          fn: async () => {
            await indexer.indexAll();
          },
        });
        await scheduler.scheduleTask({
          id: 'model-delivery-maintenance',
          frequency: { hours: 6 },
          timeout: { hours: 1 },
          initialDelay: { minutes: 10 },
          fn: async signal => {
            await maintenance.run(signal);
          },
        });
      },
    });
  },
});
