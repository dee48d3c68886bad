import {
  AuthService,
  DatabaseService,
  DiscoveryService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import { CostConfig } from '../config/readCostConfig';
import { BackfillStore } from '../database/BackfillStore';
import { DatabaseCostStore } from '../database/DatabaseCostStore';
import { DatabaseLedgerStore } from '../database/DatabaseLedgerStore';
import { FactStore } from '../database/FactStore';
import { openDatabase } from '../database/openDatabase';
import { AuthorizedBackfillService } from './AuthorizedBackfillService';
import { AuthorizedModelCostService } from './AuthorizedModelCostService';
import { BackfillService } from './BackfillService';
import { DefaultModelCostService } from './DefaultModelCostService';
import { EstateReader } from './EstateReader';
import { BackfillRunner } from './ingest/BackfillRunner';
import { CostIngest } from './ingest/CostIngest';
import { createRoller } from './ingest/createRoller';
import { FactReader } from './ingest/FactReader';
import { scheduleIngest } from './ingest/scheduleIngest';
import { SourceReader } from './ingest/SourceReader';
import { LedgerReader } from './LedgerReader';
import { ModelDirectory } from './ModelDirectory';
import { UnitCostReader } from './UnitCostReader';

export interface AssembleModelCostOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: CostConfig;
  database: DatabaseService;
  discovery: DiscoveryService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
}

const clock = () => new Date();

type Parts = Omit<AssembleModelCostOptions, 'database'> & {
  costs: DatabaseCostStore;
  ledger: DatabaseLedgerStore;
  facts: FactStore;
  queue: BackfillStore;
  directory: ModelDirectory;
};

/** What writes: runs on the schedule, and on demand. */
async function startIngest(parts: Parts): Promise<() => Promise<void>> {
  const { config, facts, ledger, logger, queue, scheduler } = parts;
  const factReader = FactReader.create({
    ...parts,
    models: ModelCatalogClient.create({
      discoveryApi: parts.discovery,
      fetchApi: { fetch },
    }),
    clock,
  });
  const rollerOfNow = async (signal: AbortSignal) => {
    await factReader.update(signal);
    return createRoller(config, facts);
  };
  const reader = SourceReader.create({ store: ledger, logger, clock });
  const shared = { reader, logger, clock, createRoller: rollerOfNow };
  return scheduleIngest({
    scheduler,
    config,
    ingest: CostIngest.create({ ...shared, store: ledger, config }),
    backfills: BackfillRunner.create({
      ...shared,
      store: queue,
      sources: config.sources,
    }),
  });
}

/** What reads, behind permissions. */
function createService(parts: Parts): AuthorizedModelCostService {
  const { config, costs: store, permissions, catalog, directory } = parts;
  const ledger = LedgerReader.create({ store, config, clock });
  return AuthorizedModelCostService.create({
    service: DefaultModelCostService.create({
      store,
      ledger,
      directory,
      unitCosts: UnitCostReader.create({ store, ledger, config }),
      estate: EstateReader.create({ store, ledger, directory }),
      clock,
    }),
    access: ModelAccess.create({ permissions, catalog }),
    permissions,
  });
}

/** Wires the parts of the plugin, and starts to read the sources. */
export async function assembleModelCost(options: AssembleModelCostOptions) {
  const { auth, catalog, config, permissions } = options;
  const knex = await openDatabase(options);
  const parts: Parts = {
    ...options,
    costs: DatabaseCostStore.create({ knex }),
    ledger: DatabaseLedgerStore.create({ knex }),
    facts: FactStore.create({ knex }),
    queue: BackfillStore.create({ knex }),
    directory: ModelDirectory.create({ catalog, auth }),
  };
  const trigger = await startIngest(parts);
  const backfills = AuthorizedBackfillService.create({
    service: BackfillService.create({
      sources: config.sources,
      store: parts.queue,
      costs: parts.costs,
      trigger,
      clock,
    }),
    permissions,
  });
  return { service: createService(parts), backfills };
}
