import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import tls from 'node:tls';
import { certify } from '../connectors/__testUtils__/certify';
import { mlflowDialect } from '../connectors/__testUtils__/mlflowDialect';
import {
  Fault,
  ScriptedModel,
  ScriptedRegistry,
  startRegistry,
  withFields,
} from '../connectors/__testUtils__/scriptedRegistry';
import { MlflowModelConnector } from '../connectors/mlflow/MlflowModelConnector';
import {
  createSyncFixture,
  model,
  page,
  version,
} from '../__testUtils__/syncFixture';
import { unfiltered } from '../database/modelFilter';
import { openDatabase } from '../database/openDatabase';
import { sourceState } from '../domain/sourceState';

jest.setTimeout(120_000);

const healthy: ScriptedModel[] = Array.from({ length: 6 }, (_, n) => ({
  name: `model ${n}`,
  aliases: { champion: '1' },
  versions: ['1', '2'].map(number => ({
    version: number,
    createdAt: '2026-11-01T00:00:00.000Z',
  })),
}));

const answer = (status: number, more: object = {}): Fault => ({
  kind: 'answer',
  answer: { status, ...more },
});

/** A bad day: what goes wrong, from which page of the models on, and what is said. */
const badDays: [string, { fault: Fault; from?: number; says: string }][] = [
  ['it is slow', { fault: { kind: 'hang' }, says: 'did not answer in time' }],
  ['401', { fault: answer(401), says: 'check the credentials' }],
  ['403', { fault: answer(403), says: '--allowed-hosts' }],
  [
    'a storm of 429',
    {
      fault: answer(429, { headers: { 'retry-after': '1' } }),
      says: 'asks for fewer requests',
    },
  ],
  ['500 on page 3', { fault: answer(500), from: 3, says: 'in trouble' }],
  [
    'a page that breaks off',
    { fault: { kind: 'truncate' }, from: 2, says: 'breaks off' },
  ],
  [
    'a page for people',
    {
      fault: answer(200, { body: '<html>' }),
      says: 'check the address',
    },
  ],
  [
    'a null list',
    {
      fault: { kind: 'rewrite', rewrite: mlflowDialect.nulled },
      from: 2,
      says: 'something else than expected',
    },
  ],
  [
    'a token that comes back',
    {
      fault: {
        kind: 'rewrite',
        rewrite: a => withFields(a, { next_page_token: '2' }),
      },
      says: 'would never end',
    },
  ],
  [
    'nothing at all in place of six models',
    {
      fault: { kind: 'answer', answer: { json: {} } },
      says: 'no longer lists 6 of 6 models',
    },
  ],
];

function setUpDatabase(id: TestDatabaseId) {
  const databases = TestDatabases.create({ ids: [id] });
  return async () =>
    createSyncFixture(
      await openDatabase({ getClient: async () => databases.init(id) }),
    );
}

describe.each(TestDatabases.create().eachSupportedId())(
  'bad days of a registry, on %s',
  id => {
    const setUp = setUpDatabase(id);
    let registry: ScriptedRegistry;

    beforeAll(async () => {
      registry = await startRegistry(request =>
        mlflowDialect.answer(healthy, request),
      );
    });
    afterAll(() => registry.close());

    async function setUpSource(baseUrl: string) {
      const fixture = await setUp();
      const connector = MlflowModelConnector.fromConfig({
        sourceId: 'one',
        config: new ConfigReader({
          baseUrl,
          limits: { attempts: 2, requestTimeout: { milliseconds: 400 } },
          ...mlflowDialect.config(healthy),
        }),
        configKey: 'modelCatalog.sources[0]',
        schedule: fixture.source.schedule,
        accepts: () => true,
      });
      const source = { ...fixture.source, connector };
      const sync = async () => {
        await fixture.engine.runToEnd(source);
        const health = (await fixture.runs.getHealth()).get('one');
        return {
          error: health?.last_error ?? undefined,
          written: health?.last_run_written,
          state: sourceState({
            lastState: health?.last_state ?? undefined,
            lastSuccessAt: health?.last_success_at ?? undefined,
            schedule: source.schedule,
            now: new Date(),
          }),
        };
      };
      const list = async () => {
        const { items } = await fixture.models.listModels({}, unfiltered);
        return items.map(({ ref, aliases, versionCount }) => ({
          ...{ ref, aliases, versionCount },
        }));
      };
      return { ...fixture, sync, list };
    }

    it.each(badDays)('%s', async (_day, { fault, from = 1, says }) => {
      const { sync, list, logger } = await setUpSource(registry.baseUrl);
      registry.fault = undefined;
      expect(await sync()).toMatchObject({ written: 24, state: 'fresh' });
      const known = await list();
      let pages = 0;
      registry.fault = (_nth, request) => {
        if (!mlflowDialect.isListing(request)) return undefined;
        pages += 1;
        return pages >= from ? fault : undefined;
      };
      logger.warn.mockClear();
      const bad = await sync();
      expect(bad.error).toContain(says);
      expect(await list()).toEqual(known);
      expect(logger.warn).toHaveBeenCalledTimes(1);
      registry.fault = undefined;
      expect(await sync()).toEqual({ written: 0, state: 'fresh' });
      expect(await list()).toEqual(known);
    });

    it('shows a certificate that nobody trusts', async () => {
      const [trusted, unknown] = [await certify(), await certify()];
      const authorities = tls.getCACertificates();
      tls.setDefaultCACertificates([...authorities, trusted.cert]);
      const secure = await startRegistry(
        request => mlflowDialect.answer(healthy, request),
        trusted,
      );
      const { sync, list } = await setUpSource(secure.baseUrl);
      expect(await sync()).toMatchObject({ written: 24, state: 'fresh' });
      const known = await list();
      secure.present(unknown);
      secure.calls.length = 0;
      const bad = await sync();
      expect(bad.state).toBe('failed');
      expect(bad.error).toMatch(
        /certificate that can't be trusted .*; name its authority in NODE_EXTRA_CA_CERTS/,
      );
      expect(secure.calls).toEqual([]);
      expect(await list()).toEqual(known);
      secure.present(trusted);
      expect(await sync()).toEqual({ written: 0, state: 'fresh' });
      expect(await list()).toEqual(known);
      await secure.close();
      tls.setDefaultCACertificates(authorities);
    });

    it('is down at the start, and comes', async () => {
      const gone = await startRegistry(() => ({ json: {} }));
      await gone.close();
      const down = await setUpSource(gone.baseUrl);
      expect(await down.sync()).toMatchObject({
        error: expect.stringContaining("can't be reached"),
        state: 'failed',
      });
      const up = await setUpSource(registry.baseUrl);
      registry.fault = undefined;
      expect(await up.sync()).toMatchObject({ written: 24, state: 'fresh' });
    });

    it('takes longer than its schedule allows', async () => {
      const fixture = await setUp();
      fixture.source.schedule = {
        frequency: { minutes: 5 },
        timeout: { milliseconds: 200 },
      };
      const never = () => new Promise<never>(() => undefined);
      const { error } = await fixture.sync(page(model([])), never);
      expect(error).toContain("Raise the source's schedule.timeout");
      expect((await fixture.models.listModels({}, unfiltered)).totalItems).toBe(
        1,
      );
    });

    it('has 5,000 versions in one model', async () => {
      const { sync, models } = await setUp();
      const many = Array.from({ length: 5000 }, (_, n) =>
        version(`${n + 1}`, { createdAt: '2026-11-01T00:00:00Z' }),
      );
      expect(await sync(page(model(many)))).toMatchObject({ written: 5001 });
      expect(await sync(page(model(many)))).toMatchObject({ written: 0 });
      const ref = 'model:default/credit-risk';
      expect((await models.listVersions(ref, {})).totalItems).toBe(5000);
    });

    it('has a clock that runs ahead', async () => {
      const { sync, versions } = await setUp();
      const ahead = new Date(Date.now() + 3_600_000).toISOString();
      await sync(
        page(model([version('1'), version('2', { createdAt: ahead })])),
      );
      expect((await versions()).map(v => v.createdAt)).toEqual([
        ahead,
        '2026-11-01T00:00:00.000Z',
      ]);
    });
  },
);
