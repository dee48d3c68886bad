import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import { SourcePage } from '@modelyard/plugin-model-catalog-node';
import { connectorModule } from './__testUtils__/connectorModule';
import { createManifestFolder } from './__testUtils__/manifestFolder';
import { get, startPortal, sync } from './__testUtils__/portal';
import {
  FakeConnector,
  model,
  page,
  version,
} from './__testUtils__/syncFixture';
import { until } from './__testUtils__/until';

jest.setTimeout(60_000);

const base = '/api/model-catalog';
const folder = createManifestFolder();
const timeout = { minutes: 1 };
const none = { models: 0, versions: 0, tombstones: 0, conflicts: 0 };

describe.each(TestDatabases.create().eachSupportedId())(
  'sources, as REST shows them, on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    /** Beside one by hand: one that has run by its schedule, and one by cron. */
    async function setUp() {
      const knex = await databases.init(id);
      const connector = new FakeConnector();
      connector.pages = [page(model([version('1'), version('2')]))];
      const portal = await startPortal({
        target: folder.path,
        features: [
          mockServices.database.mock({ getClient: async () => knex }).factory,
          connectorModule('made-up', connector),
          connectorModule('silent', { async *listModels() {} }),
        ],
        sources: [
          {
            id: 'timed',
            type: 'made-up',
            schedule: { frequency: { minutes: 5 }, timeout },
          },
          {
            id: 'nightly',
            type: 'silent',
            schedule: { frequency: { cron: '0 3 * * *' }, timeout },
          },
        ],
      });
      const read = async (source = 'timed'): Promise<ModelSource> => {
        const { items } = await get(portal.api, '/sources');
        return items.find((item: ModelSource) => item.id === source);
      };
      return { ...portal, connector, read };
    }

    it('say what the last run came to and when the next one is, after a success', async () => {
      const before = Date.now();
      const { read } = await setUp();
      const source = await read();
      expect(source).toEqual({
        id: 'timed',
        type: 'made-up',
        state: 'fresh',
        isRunning: false,
        counts: { models: 1, versions: 2, tombstones: 0, conflicts: 0 },
        lastSuccessAt: expect.any(String),
        lastRun: {
          startedAt: expect.any(String),
          durationMs: expect.any(Number),
          written: 3,
        },
        nextRunAt: expect.any(String),
      });
      const startedAt = Date.parse(source.lastRun?.startedAt ?? '');
      const endedAt = startedAt + (source.lastRun?.durationMs ?? NaN);
      expect(Date.parse(source.lastSuccessAt ?? '')).toBe(endedAt);
      expect(Date.parse(source.nextRunAt ?? '')).toBe(startedAt + 300_000);
      expect(endedAt).toBeGreaterThanOrEqual(startedAt);
      // By the clock of the database, which is that of this machine.
      expect(startedAt).toBeGreaterThan(before - 5_000);
      expect(endedAt).toBeLessThan(Date.now() + 5_000);
    });

    it('say what is wrong after a failure, keep what was known, and forget it after a success', async () => {
      const { api, connector, read } = await setUp();
      const before = await read();
      const words = 'The registry answered 503; check that it runs';
      connector.pages = [
        async () => {
          throw new Error(words);
        },
      ];
      const failed = await sync(api, 'timed');
      expect(failed).toMatchObject({ state: 'failed', error: words });
      const source = await read();
      const { lastSuccessAt, counts, nextRunAt, lastRun } = source;
      expect(source).toMatchObject({
        state: 'failed',
        isRunning: false,
        lastError: { at: expect.any(String), message: words },
      });
      // A run by hand moves no schedule.
      expect({ lastSuccessAt, counts, nextRunAt }).toEqual({
        lastSuccessAt: before.lastSuccessAt,
        counts: before.counts,
        nextRunAt: before.nextRunAt,
      });
      const { startedAt, durationMs } = failed;
      expect(lastRun).toEqual({ startedAt, durationMs, written: 0 });
      expect(Date.parse(source.lastError?.at ?? '')).toBe(
        Date.parse(startedAt) + durationMs,
      );

      connector.pages = [page(model([version('1'), version('2')]))];
      await sync(api, 'timed');
      const again = await read();
      expect(again).toMatchObject({ state: 'fresh', lastRun: { written: 0 } });
      expect(again).not.toHaveProperty('lastError');
      expect(Date.parse(again.lastSuccessAt ?? '')).toBeGreaterThan(
        Date.parse(before.lastSuccessAt ?? ''),
      );
    });

    it('know of nothing that did not happen', async () => {
      const { read } = await setUp();
      expect(await read('examples')).toEqual({
        id: 'examples',
        type: 'git',
        state: 'stale',
        counts: none,
        isRunning: false,
      });
      const nightly = await read('nightly');
      expect(nightly).toMatchObject({ state: 'fresh', counts: none });
      const next = new Date(nightly.nextRunAt ?? '');
      expect(next.getTime()).toBeGreaterThan(Date.now());
      expect(next.getTime()).toBeLessThan(Date.now() + 25 * 3_600_000);
      expect([next.getMinutes(), next.getSeconds()]).toEqual([0, 0]);
    });

    it('show a run that goes on, give it to who asks again, and lose nobody’s consent', async () => {
      const { api, connector, read } = await setUp();
      let release = () => {};
      const held = new Promise<SourcePage>(resolve => {
        release = () => resolve(page(model([version('1')])));
      });
      connector.pages = [() => held];
      const ask = (body: object = {}) =>
        api.post(`${base}/sources/timed/sync`).send(body);
      const first = await ask();
      expect(await read()).toMatchObject({ isRunning: true, state: 'fresh' });
      const again = await ask();
      expect([again.status, again.body]).toEqual([202, first.body]);
      // The run that goes on has not been told that it may remove so much.
      const consent = await ask({ acceptRemovals: true });
      expect([consent.status, consent.body.error.message]).toEqual([
        409,
        'Source "timed" is being synced; wait until that run has ended, look at what it holds back, then accept the removals',
      ]);
      release();
      const ended = () => until(async () => !(await read()).isRunning);
      await ended();
      expect((await ask({ acceptRemovals: true })).status).toBe(202);
      await ended();
    });
  },
);

describe('types of sources', () => {
  const silent = { async *listModels() {} };

  it('are served by one connector each, and a second one is refused at the start', async () => {
    const one = connectorModule('acme', silent);
    const two = connectorModule('acme', silent, 'acme-of-another');
    for (const [type, features] of [
      ['git', [connectorModule('git', silent)]],
      ['acme', [one, two]],
    ] as const)
      await expect(
        startPortal({ target: folder.path, features: [...features] }),
      ).rejects.toThrow(
        `A connector for sources of type "${type}" is installed already; remove one of the two modules`,
      );
  });

  it('are named where a source has another one', async () => {
    const schedule = { frequency: { minutes: 5 }, timeout };
    await expect(
      startPortal({
        target: folder.path,
        features: [connectorModule('acme', silent)],
        sources: [{ id: 'mine', type: 'acmee', schedule }],
      }),
    ).rejects.toThrow(
      'modelCatalog.sources[1].type: no connector serves "acmee"; known types are acme, git, huggingface, kubeflow, mlflow, oci',
    );
  });
});
