import { join } from 'node:path';
import {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  ModelCatalogClient,
  modelsChangedTopic,
} from '@modelyard/plugin-model-catalog-common';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import { ModelCostClient } from '@modelyard/plugin-model-cost-common';
import {
  ScorecardClient,
  scorecardsChangedTopic,
} from '@modelyard/plugin-model-scorecard-common';
import { DeliveryConfig } from './config';
import { DatabaseServiceStore } from './database/DatabaseServiceStore';
import { ServiceStore } from './database/ServiceStore';
import { EmbeddedRepositories } from './git/EmbeddedRepositories';
import { GitCommand } from './git/GitCommand';
import { GitHttpBackend } from './git/GitHttpBackend';
import { PreReceiveHook } from './git/PreReceiveHook';
import {
  mirrorFolder,
  RepositoryMaintenance,
} from './git/RepositoryMaintenance';
import { ReceivedObjects } from './git/ReceivedObjects';
import { RemoteAccess } from './git/RemoteAccess';
import { RemoteRepositories } from './git/RemoteRepositories';
import { RoutedRepositories } from './git/RoutedRepositories';
import { DefaultSecretScanner } from './secrets/DefaultSecretScanner';
import { ScannedRepositories } from './secrets/ScannedRepositories';
import { AuthorizedDeliveryService } from './service/AuthorizedDeliveryService';
import { DefaultDeliveryService } from './service/DefaultDeliveryService';
import { InputChecker } from './service/InputChecker';
import { MeasuredCosts } from './service/MeasuredCosts';
import { PlanContextReader } from './service/PlanContextReader';
import { PushGuard } from './service/PushGuard';
import { RepositoryBrowser } from './service/RepositoryBrowser';
import { ServiceIndexer } from './service/ServiceIndexer';
import { ServiceLinks } from './service/ServiceLinks';
import { ServiceOpener } from './service/ServiceOpener';
import { ServiceWriter } from './service/ServiceWriter';

/**
 * Services of the backend that delivery is made of.
 */
export interface CreateDeliveryOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  discovery: DiscoveryService;
  events: EventsService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}

/** What drives Git, once it is known that it can be driven. */
async function createGit(
  { git: config }: DeliveryConfig,
  access: RemoteAccess,
  logger: LoggerService,
) {
  const { directory, timeoutMs, maxPushBytes, hookMs } = config;
  const git = GitCommand.create({ timeoutMs, maxPushBytes });
  const hook = PreReceiveHook.create({ directory });
  await git.assertUsable();
  await hook.ensure();
  const scanner = DefaultSecretScanner.create({
    allowed: config.allowedSecrets,
  });
  const objects = ReceivedObjects.create({ directory, git });
  const embedded = EmbeddedRepositories.create({ directory, git });
  const maintained = { directory, git, repositories: embedded, logger };
  return {
    scanner,
    maintenance: RepositoryMaintenance.create(maintained),
    objects,
    guard: PushGuard.create({ objects, scanner, limitMs: hookMs }),
    repositories: ScannedRepositories.create({
      repositories: RoutedRepositories.create({
        embedded,
        remote: RemoteRepositories.create({
          directory: join(directory, mirrorFolder),
          git,
          access,
        }),
      }),
      scanner,
    }),
    backend: GitHttpBackend.create({
      directory,
      git,
      hook,
      maxBodyBytes: maxPushBytes,
      timeoutMs,
    }),
  };
}

function createContextReader(
  config: DeliveryConfig,
  store: ServiceStore,
  { auth, discovery, logger }: CreateDeliveryOptions,
): PlanContextReader {
  const clientOptions = { discoveryApi: discovery, fetchApi: { fetch } };
  return PlanContextReader.create({
    auth,
    models: ModelCatalogClient.create(clientOptions),
    scorecards: ScorecardClient.create(clientOptions),
    costs: MeasuredCosts.create({
      auth,
      logger,
      store,
      costs: ModelCostClient.create(clientOptions),
    }),
    fixed: {
      defaultController: config.controller,
      rules: config.rules,
      prices: config.prices,
    },
  });
}

/** Puts the parts of delivery together. */
export async function createDelivery(
  config: DeliveryConfig,
  options: CreateDeliveryOptions,
) {
  const { auth, catalog, discovery, events, logger, permissions } = options;
  const access = RemoteAccess.create({
    config: options.config,
    remotes: config.git.remotes,
  });
  const git = await createGit(config, access, logger);
  const { repositories, scanner, maintenance, ...push } = git;
  const store = await DatabaseServiceStore.create(options.database);
  const indexer = ServiceIndexer.create({
    store,
    repositories,
    events,
    logger,
  });
  const { environments, appUrl } = config;
  const context = createContextReader(config, store, options);
  await events.subscribe({
    id: 'model-delivery-context',
    topics: [modelsChangedTopic, scorecardsChangedTopic],
    onEvent: async () => context.forget(),
  });
  const delivery = AuthorizedDeliveryService.create({
    delivery: DefaultDeliveryService.create({
      auth,
      store,
      repositories,
      scanner,
      indexer,
      checker: InputChecker.create({
        catalog,
        environments,
        servers: access,
      }),
      context,
      opener: ServiceOpener.create({
        store,
        repositories,
        indexer,
        servers: access,
      }),
      writer: ServiceWriter.create({ store, repositories, indexer }),
      links: ServiceLinks.create({
        appUrl,
        pluginUrl: await discovery.getExternalBaseUrl('model-delivery'),
      }),
    }),
    browser: RepositoryBrowser.create(repositories),
    access: ModelAccess.create({ permissions, catalog }),
    environments,
    permissions,
    registry: options.permissionsRegistry,
  });
  return { delivery, store, indexer, maintenance, push };
}
