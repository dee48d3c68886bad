import {
  AuthService,
  coreServices,
  createBackendPlugin,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import { modelCostPermissions } from '@modelyard/plugin-model-cost-common';
import {
  costSourcesExtensionPoint,
  CostSourceType,
} from '@modelyard/plugin-model-cost-node';
import { CostConfig, readCostConfig } from './config/readCostConfig';
import { CostStore } from './database/CostStore';
import { DatabaseCostStore } from './database/DatabaseCostStore';
import { createRouter } from './router/createRouter';
import { AuthorizedModelCostService } from './service/AuthorizedModelCostService';
import { CostIngest } from './service/CostIngest';
import { DefaultModelCostService } from './service/DefaultModelCostService';
import { LedgerReader } from './service/LedgerReader';
import { ModelCostService } from './service/ModelCostService';
import { ModelDirectory } from './service/ModelDirectory';
import { fileCostSourceType } from './sources/file/fileCostSourceType';

const clock = () => new Date();

interface CreateServiceOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  config: CostConfig;
  store: CostStore;
}

function createService(options: CreateServiceOptions): ModelCostService {
  const { auth, catalog, permissions, config, store } = options;
  return AuthorizedModelCostService.create({
    service: DefaultModelCostService.create({
      store,
      ledger: LedgerReader.create({ store, config, clock }),
      directory: ModelDirectory.create({ catalog, auth }),
      clock,
    }),
    access: ModelAccess.create({ permissions, catalog }),
    permissions,
  });
}

/**
 * Reads cost sources on a schedule into a ledger, and serves what models cost.
 *
 * @public
 */
export const modelCostPlugin = createBackendPlugin({
  pluginId: 'model-cost',
  register(env) {
    const types = new Map<string, CostSourceType>([
      [fileCostSourceType.type, fileCostSourceType],
    ]);
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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { httpAuth, logger, rootConfig } = deps;
        const config = readCostConfig({ config: rootConfig, logger, types });
        deps.permissionsRegistry.addPermissions(modelCostPermissions);
        const store = await DatabaseCostStore.create(deps);
        const service = createService({ ...deps, config, store });
        deps.httpRouter.use(createRouter({ httpAuth, service }));
        const ingest = CostIngest.create({ store, config, logger, clock });
        await deps.scheduler.scheduleTask({
          ...config.schedule,
          id: 'read-cost-sources',
          scope: 'global',
          fn: async signal => {
            await ingest.run(signal);
          },
        });
      },
    });
  },
});
