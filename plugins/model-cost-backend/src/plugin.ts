import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { modelCostPermissions } from '@modelyard/plugin-model-cost-common';
import {
  costSourcesExtensionPoint,
  CostSourceType,
} from '@modelyard/plugin-model-cost-node';
import { registerActions } from './actions/registerActions';
import { readCostConfig } from './config/readCostConfig';
import { createRouter } from './router/createRouter';
import { assembleModelCost } from './service/assembleModelCost';
import { builtInSources } from './sources/builtInSources';

/**
 * Reads cost sources on a schedule into a ledger, and serves what models cost.
 *
 * @public
 */
export const modelCostPlugin = createBackendPlugin({
  pluginId: 'model-cost',
  register(env) {
    const types = new Map<string, CostSourceType>(
      builtInSources.map(type => [type.type, type]),
    );
    env.registerExtensionPoint(costSourcesExtensionPoint, {
      addSourceType(type) {
        if (types.has(type.type))
          throw new ConflictError(
            `Cost source type ${type.type} is already installed; remove one of the two modules`,
          );
        types.set(type.type, type);
      },
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auditor, httpAuth, logger, rootConfig } = deps;
        const config = readCostConfig({ config: rootConfig, logger, types });
        deps.permissionsRegistry.addPermissions(modelCostPermissions);
        const services = await assembleModelCost({ ...deps, config });
        deps.httpRouter.use(createRouter({ httpAuth, auditor, ...services }));
        const { service } = services;
        registerActions({ registry: deps.actionsRegistry, service });
      },
    });
  },
});
