import {
  AuditorService,
  AuthService,
  CacheService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import { Knex } from 'knex';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { createStores } from '../database/createStores';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { DatabaseSourceEventStore } from '../database/DatabaseSourceEventStore';
import { DatabaseSyncStore } from '../database/DatabaseSyncStore';
import { ExplainingSyncStore } from '../database/ExplainingSyncStore';
import { LineageStore } from '../database/LineageStore';
import { registerPermissions } from '../permissions/registerPermissions';
import { SourceAccess } from '../permissions/SourceAccess';
import { VersionAccess } from '../permissions/VersionAccess';
import { AuthorizedModelCatalogService } from './AuthorizedModelCatalogService';
import { DefaultModelCatalogService } from './DefaultModelCatalogService';
import { LineageReader } from './LineageReader';
import { LinkService } from './LinkService';
import { ModelCatalogService } from './ModelCatalogService';
import { CatalogOwnerDirectory } from './OwnerDirectory';
import { SourceDirectory } from './SourceDirectory';
import { SourceEvents } from './SourceEvents';
import { SourceHints } from './SourceHints';
import { SyncAnnouncer } from './SyncAnnouncer';
import { SyncEngine } from './SyncEngine';
import { SyncReporter } from './SyncReporter';

/** What the model catalog is made of. */
export interface ModelCatalogParts {
  auditor: AuditorService;
  auth: AuthService;
  cache: CacheService;
  catalog: CatalogService;
  db: Knex;
  events: EventsService;
  logger: LoggerService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  sources: ConfiguredSource[];
}

/** The model catalog, ready to be served and synced. */
export interface AssembledModelCatalog {
  service: ModelCatalogService;
  sourceEvents: SourceEvents;
  engine: SyncEngine;
  /** Ends what is going on. */
  stop(): Promise<void>;
}

function createEngine(parts: ModelCatalogParts): SyncEngine {
  const { auditor, db, events, logger, sources } = parts;
  return SyncEngine.create({
    logger,
    announcer: SyncAnnouncer.create({ auditor, events, logger }),
    owners: CatalogOwnerDirectory.create(parts),
    reporter: SyncReporter.create({ logger }),
    runs: DatabaseRunStore.create({ db }),
    sync: ExplainingSyncStore.create({
      store: DatabaseSyncStore.create({ db }),
    }),
    sourceIds: new Set(sources.map(source => source.id)),
  });
}

function createService(
  parts: ModelCatalogParts,
  engine: SyncEngine,
): ModelCatalogService {
  const { catalog, db, permissions, permissionsRegistry: registry } = parts;
  const { models, findings, links } = createStores(parts);
  const ids = new Set(parts.sources.map(source => source.id));
  registerPermissions(registry, models, ids);
  const sources = SourceDirectory.create({
    engine,
    models,
    sources: parts.sources,
    runs: DatabaseRunStore.create({ db }),
  });
  const store = LineageStore.create({ db });
  return AuthorizedModelCatalogService.create({
    sources,
    administration: SourceAccess.create({ models, permissions }),
    links: LinkService.create({ links }),
    service: DefaultModelCatalogService.create({
      models,
      findings,
      sources,
      lineage: LineageReader.create({ store, catalog }),
    }),
    access: VersionAccess.create({
      models,
      permissions,
      registry,
      access: ModelAccess.create({ permissions, catalog }),
    }),
  });
}

/** Puts the model catalog together. */
export function assembleModelCatalog(
  parts: ModelCatalogParts,
): AssembledModelCatalog {
  const { db, logger, sources } = parts;
  const engine = createEngine(parts);
  const runs = DatabaseRunStore.create({ db });
  const hints = SourceHints.create({ engine, runs, logger });
  return {
    engine,
    service: createService(parts, engine),
    sourceEvents: SourceEvents.create({
      sources,
      hints,
      store: DatabaseSourceEventStore.create({ db }),
    }),
    stop() {
      hints.stop();
      return engine.stop();
    },
  };
}
