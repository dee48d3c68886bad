import { mockServices } from '@backstage/backend-test-utils';
import {
  ListModelsOptions,
  ModelConnector,
  SourceModel,
  SourcePage,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { Knex } from 'knex';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { createStores } from '../database/createStores';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { DatabaseSyncStore } from '../database/DatabaseSyncStore';
import { ExplainingSyncStore } from '../database/ExplainingSyncStore';
import { SourceIntake } from '../domain/SourceIntake';
import { SyncAnnouncer } from '../service/SyncAnnouncer';
import { SyncEngine } from '../service/SyncEngine';
import { SyncReporter } from '../service/SyncReporter';

/** Ref of the model that {@link model} gives. */
export const ref = 'model:default/credit-risk';
/** A legal digest of one letter. */
export const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

/** A version as a registry tells it. */
export function version(
  name: string,
  more: Partial<SourceVersion> = {},
): SourceVersion {
  return {
    nativeId: `credit-risk@${name}`,
    version: name,
    createdAt: `2026-11-${name.padStart(2, '0')}T00:00:00Z`,
    createdBy: 'user:default/data-scientist',
    status: 'ready',
    artifacts: [{ uri: `s3://b/${name}`, digest: digest('a') }],
    metrics: [{ name: 'roc_auc', value: 0.9 }],
    params: {},
    datasets: [],
    ...more,
  };
}

/** A model as a registry tells it. */
export function model(
  versions: SourceVersion[],
  more: Partial<SourceModel> = {},
): SourceModel {
  return {
    nativeId: 'credit-risk',
    name: 'credit-risk',
    title: 'credit-risk',
    type: 'classifier',
    lifecycle: 'production',
    aliases: {},
    versions,
    location: 'credit-risk',
    ...more,
  };
}

/** A page without problems. */
export const page = (...models: SourceModel[]): SourcePage => ({
  models,
  problems: [],
});

/**
 * Gives one page after the other, after the one with the cursor that it is asked
 * to go on from; a function in the place of a page may throw.
 */
export class FakeConnector implements ModelConnector {
  pages: (SourcePage | (() => Promise<SourcePage>))[] = [];
  readVersions?: ModelConnector['readVersions'];
  /** What each read was given. */
  reads: ListModelsOptions[] = [];

  async *listModels(options: ListModelsOptions): AsyncGenerator<SourcePage> {
    this.reads.push(options);
    let isReached = options.cursor === undefined;
    for (const next of this.pages) {
      const found = typeof next === 'function' ? await next() : next;
      if (isReached) yield found;
      isReached ||= found.cursor === options.cursor;
    }
  }
}

/** Takes in everything, under no rule. */
export function openIntake(sourceId: string): SourceIntake {
  return {
    sourceId,
    accepts: () => true,
    allowsLabel: () => true,
    owner: { rules: [] },
    fingerprint: 'same',
  };
}

/** A store, replicas of the engine over it, and a source `one` to sync. */
export async function createSyncFixture(db: Knex) {
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({
      success: async () => undefined,
      fail: async () => undefined,
    })),
  });
  const events = mockServices.events.mock();
  events.publish.mockResolvedValue(undefined);
  const { models, findings, links } = createStores({
    db,
    cache: mockServices.cache.mock(),
  });
  const logger = mockServices.logger.mock();
  const groups = new Set<string>();
  const createReplica = (leaseMs?: number) => {
    const runs = DatabaseRunStore.create({ db, leaseMs });
    const engine = SyncEngine.create({
      logger,
      runs,
      announcer: SyncAnnouncer.create({ auditor, events, logger }),
      owners: { existing: async () => groups },
      reporter: SyncReporter.create({ logger }),
      sync: ExplainingSyncStore.create({
        store: DatabaseSyncStore.create({ db }),
      }),
      sourceIds: new Set(['one', 'two']),
    });
    return { engine, runs };
  };
  const createSource = (sourceId: string) => {
    const connector = new FakeConnector();
    const source: ConfiguredSource = {
      id: sourceId,
      type: 'fake',
      connector,
      removalLimit: 0.5,
      intake: openIntake(sourceId),
      schedule: { frequency: { minutes: 5 }, timeout: { seconds: 30 } },
    };
    return { connector, source };
  };
  const { engine, runs } = createReplica();
  const { connector, source } = createSource('one');
  const sync = async (...pages: FakeConnector['pages']) => {
    connector.pages = pages;
    await engine.runToEnd(source);
    const health = (await runs.getHealth()).get('one');
    return { written: health?.last_run_written, error: health?.last_error };
  };
  const versions = async () => (await models.listVersions(ref, {})).items;
  return {
    auditor,
    connector,
    createReplica,
    createSource,
    engine,
    events,
    findings,
    groups,
    links,
    logger,
    models,
    runs,
    source,
    sync,
    versions,
  };
}
