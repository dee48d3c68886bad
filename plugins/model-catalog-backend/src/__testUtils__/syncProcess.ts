import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import knexFactory, { Knex } from 'knex';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { DatabaseSyncStore } from '../database/DatabaseSyncStore';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { SyncAnnouncer } from '../service/SyncAnnouncer';
import { SyncEngine } from '../service/SyncEngine';
import { SyncReporter } from '../service/SyncReporter';

/** Models of the source that this process syncs, and versions of each. */
const size = { pages: 150, modelsPerPage: 1, versions: 4 };

const quiet = () => undefined;
const logger: LoggerService = {
  error: quiet,
  warn: quiet,
  info: quiet,
  debug: quiet,
  child: () => logger,
};
const auditor: AuditorService = {
  createEvent: async () => ({ success: async () => {}, fail: async () => {} }),
};
const events: EventsService = {
  publish: async () => {},
  subscribe: async () => {},
};

function makeModel(index: number) {
  const title = `model-${index}`;
  return {
    nativeId: title,
    title,
    location: title,
    aliases: { champion: '1' },
    versions: Array.from({ length: size.versions }, (_, n) => ({
      nativeId: `${title}/${n + 1}`,
      version: `${n + 1}`,
      createdAt: '2026-11-01T00:00:00Z',
      status: 'ready' as const,
      artifacts: [],
      metrics: [{ name: 'auc', value: n }],
      params: {},
      datasets: [],
    })),
  };
}

const source: ConfiguredSource = {
  id: 'killed',
  type: 'made-up',
  removalLimit: 1,
  schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
  intake: {
    sourceId: 'killed',
    accepts: () => true,
    allowsLabel: () => false,
    owner: { rules: [] },
    fingerprint: 'same',
  },
  connector: {
    async *listModels({ cursor }) {
      for (let page = Number(cursor ?? 0); page < size.pages; page += 1) {
        process.send?.('page');
        yield {
          models: Array.from({ length: size.modelsPerPage }, (_, n) =>
            makeModel(page * size.modelsPerPage + n),
          ),
          problems: [],
          cursor: String(page + 1),
        };
      }
    },
  },
};

/** Syncs the source once; killed or not, it is all the same to the store. */
async function main(config: Knex.Config, leaseMs: number) {
  const db = knexFactory(config);
  if (config.client === 'better-sqlite3')
    await db.raw('pragma foreign_keys = on');
  const engine = SyncEngine.create({
    logger,
    announcer: SyncAnnouncer.create({ auditor, events, logger }),
    sync: DatabaseSyncStore.create({ db }),
    runs: DatabaseRunStore.create({ db, leaseMs }),
    owners: { existing: async () => new Set() },
    reporter: SyncReporter.create({ logger }),
    sourceIds: new Set(['killed']),
    heartbeatMs: 10,
  });
  await engine.runToEnd(source);
  await db.destroy();
}

const [, , config, leaseMs] = process.argv;
if (config) main(JSON.parse(config), Number(leaseMs));
