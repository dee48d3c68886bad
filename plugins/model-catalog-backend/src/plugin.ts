import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  ModelAccess,
  modelConnectorsExtensionPoint,
} from '@modelyard/plugin-model-catalog-node';
import { registerActions } from './actions/registerActions';
import { readSourceConfigs } from './config/readSourceConfigs';
import { builtInConnectors } from './connectors/builtInConnectors';
import { ConnectorRegistry } from './connectors/ConnectorRegistry';
import { createStores } from './database/createStores';
import { DatabaseRunStore } from './database/DatabaseRunStore';
import { DatabaseSourceEventStore } from './database/DatabaseSourceEventStore';
import { DatabaseSyncStore } from './database/DatabaseSyncStore';
import { LineageStore } from './database/LineageStore';
import { openDatabase } from './database/openDatabase';
import { registerPermissions } from './permissions/registerPermissions';
import { VersionAccess } from './permissions/VersionAccess';
import { createRouter } from './router/createRouter';
import { eventsPath } from './router/eventRoutes';
import { AuthorizedModelCatalogService } from './service/AuthorizedModelCatalogService';
import { DefaultModelCatalogService } from './service/DefaultModelCatalogService';
import { LineageReader } from './service/LineageReader';
import { LinkService } from './service/LinkService';
import { scheduleSyncs } from './service/scheduleSyncs';
import { CatalogOwnerDirectory } from './service/OwnerDirectory';
import { SourceDirectory } from './service/SourceDirectory';
import { SourceEvents } from './service/SourceEvents';
import { SourceHints } from './service/SourceHints';
import { SyncEngine } from './service/SyncEngine';
import { SyncReporter } from './service/SyncReporter';

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
        const { auditor, events, httpAuth, logger, permissions } = deps;
        const sources = readSourceConfigs(deps.config, connectors.factories);
        const db = await openDatabase(deps.database);
        const runs = DatabaseRunStore.create({ db });
        const engine = SyncEngine.create({
          ...{ auditor, events, logger, runs },
          owners: CatalogOwnerDirectory.create(deps),
          reporter: SyncReporter.create({ logger }),
          sync: DatabaseSyncStore.create({ db }),
          sourceIds: new Set(sources.map(source => source.id)),
        });
        const { catalog, permissionsRegistry: registry } = deps;
        const stores = createStores({ db, cache: deps.cache });
        const { models, findings, links } = stores;
        registerPermissions(registry, models);
        const directory = SourceDirectory.create({
          ...{ engine, models, runs, sources },
        });
        const service = AuthorizedModelCatalogService.create({
          sources: directory,
          links: LinkService.create({ links }),
          service: DefaultModelCatalogService.create({
            ...{ models, findings, sources: directory },
            lineage: LineageReader.create({
              store: LineageStore.create({ db }),
              catalog,
            }),
          }),
          access: VersionAccess.create({
            ...{ models, permissions, registry },
            access: ModelAccess.create({ permissions, catalog }),
          }),
          permissions,
        });
        const hints = SourceHints.create({ engine, runs, logger });
        const sourceEvents = SourceEvents.create({
          ...{ sources, hints },
          store: DatabaseSourceEventStore.create({ db }),
        });
        deps.httpRouter.use(
          createRouter({ auditor, httpAuth, service, sourceEvents }),
        );
        deps.httpRouter.addAuthPolicy({
          path: eventsPath,
          allow: 'unauthenticated',
        });
        registerActions({ registry: deps.actionsRegistry, service });
        deps.lifecycle.addShutdownHook(() => {
          hints.stop();
          return engine.stop();
        });
        await scheduleSyncs({ engine, sources, scheduler: deps.scheduler });
      },
    });
  },
});
