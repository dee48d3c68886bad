import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { modelConnectorsExtensionPoint } from '@modelyard/plugin-model-catalog-node';
import { registerActions } from './actions/registerActions';
import { readSourceConfigs } from './config/readSourceConfigs';
import { builtInConnectors } from './connectors/builtInConnectors';
import { ConnectorRegistry } from './connectors/ConnectorRegistry';
import { openDatabase } from './database/openDatabase';
import { createRouter } from './router/createRouter';
import { eventsPath } from './router/eventRoutes';
import { assembleModelCatalog } from './service/assembleModelCatalog';
import { scheduleSyncs } from './service/scheduleSyncs';

/**
 * Backend of the model catalog: reads the configured sources, stores models and
 * versions, and serves them under `/api/model-catalog`.
 *
 * @public
 */
export const modelCatalogPlugin = createBackendPlugin({
  pluginId: 'model-catalog',
  register(env) {
    const connectors = ConnectorRegistry.create();
    for (const [type, factory] of Object.entries(builtInConnectors))
      connectors.addConnectorFactory(type, factory);
    env.registerExtensionPoint(modelConnectorsExtensionPoint, connectors);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { actionsRegistry, auditor, httpAuth, httpRouter } = deps;
        const sources = readSourceConfigs(deps.config, connectors.factories);
        const db = await openDatabase(deps.database);
        const { engine, service, sourceEvents, stop } = assembleModelCatalog({
          ...deps,
          db,
          sources,
        });
        httpRouter.use(
          createRouter({ auditor, httpAuth, service, sourceEvents }),
        );
        httpRouter.addAuthPolicy({
          path: eventsPath,
          allow: 'unauthenticated',
        });
        registerActions({ registry: actionsRegistry, service });
        deps.lifecycle.addShutdownHook(stop);
        await scheduleSyncs({ engine, sources, scheduler: deps.scheduler });
      },
    });
  },
});
