import { mockServices } from '@backstage/backend-test-utils';
import {
  ModelConnector,
  SourceModel,
  SourcePage,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { Knex } from 'knex';
import { ConfiguredSource } from '../config/readSourceConfigs';
import { DatabaseModelStore } from '../database/DatabaseModelStore';
import { DatabaseRunStore } from '../database/DatabaseRunStore';
import { DatabaseSyncStore } from '../database/DatabaseSyncStore';
import { SyncEngine } from '../service/SyncEngine';

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

/** Gives one page after the other; a function in their place may throw. */
export class FakeConnector implements ModelConnector {
  pages: (SourcePage | (() => Promise<SourcePage>))[] = [];

  async readPage({ cursor }: { cursor?: string }): Promise<SourcePage> {
    const index = Number(cursor ?? 0);
    const next = this.pages[index];
    const found = typeof next === 'function' ? await next() : next;
    return index + 1 < this.pages.length
      ? { ...found, nextCursor: String(index + 1) }
      : found;
  }
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
  const models = DatabaseModelStore.create({ db });
  const createReplica = (leaseMs?: number) => {
    const runs = DatabaseRunStore.create({ db, leaseMs });
    const engine = SyncEngine.create({
      ...{ auditor, events, runs },
      logger: mockServices.logger.mock(),
      sync: DatabaseSyncStore.create({ db }),
      sourceIds: new Set(['one', 'two']),
    });
    return { engine, runs };
  };
  const createSource = (sourceId: string) => {
    const connector = new FakeConnector();
    const source: ConfiguredSource = {
      ...{ id: sourceId, type: 'fake', connector },
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
    ...{ auditor, connector, createReplica, createSource, engine, events },
    ...{ models, runs, source, sync, versions },
  };
}
