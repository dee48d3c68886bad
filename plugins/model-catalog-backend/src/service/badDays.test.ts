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
import { createSyncFixture } from '../__testUtils__/syncFixture';
import { unfiltered } from '../database/modelFilter';
import { openDatabase } from '../database/openDatabase';
import { stateOf } from './toSource';

jest.setTimeout(120_000);

const healthy: ScriptedModel[] = Array.from({ length: 18 }, (_, n) => ({
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

/** A bad day: what goes wrong, from which of nine pages of the models on, and the remedy. */
const badDays: [string, { fault: Fault; from?: number; remedy: string }][] = [
  [
    'it is slow',
    { fault: { kind: 'hang' }, remedy: 'raise the time a request may take' },
  ],
  ['401', { fault: answer(401), remedy: 'check the credentials' }],
  ['403', { fault: answer(403), remedy: '--allowed-hosts' }],
  [
    'a storm of 429',
    {
      fault: answer(429, { headers: { 'retry-after': '1' } }),
      remedy: 'asks for fewer requests',
    },
  ],
  [
    '500 on page 7 of 9',
    { fault: answer(500), from: 7, remedy: 'tried again later' },
  ],
  [
    'a page that breaks off',
    { fault: { kind: 'truncate' }, from: 2, remedy: 'look at the proxies' },
  ],
  [
    'a page for people',
    {
      fault: answer(200, { body: '<html>' }),
      remedy: 'check the address',
    },
  ],
  [
    'a null list',
    {
      fault: { kind: 'rewrite', rewrite: mlflowDialect.nulled },
      from: 2,
      remedy: 'Check that the address',
    },
  ],
  [
    'a token that comes back',
    {
      fault: {
        kind: 'rewrite',
        rewrite: a => withFields(a, { next_page_token: '2' }),
      },
      remedy: 'look for a proxy that keeps answers',
    },
  ],
  [
    'nothing at all in place of all models',
    {
      fault: { kind: 'answer', answer: { json: {} } },
      remedy: 'sync it with "accept removals" if that is right',
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

    async function setUpSource(from: string) {
      const fixture = await setUp();
      const connect = (baseUrl: string) =>
        MlflowModelConnector.fromConfig({
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
      const sync = async (baseUrl = from) => {
        const source = { ...fixture.source, connector: connect(baseUrl) };
        fixture.logger.warn.mockClear();
        await fixture.engine.runToEnd(source);
        const health = (await fixture.runs.getHealth()).get('one');
        return {
          error: health?.last_error ?? undefined,
          written: health?.last_run_written,
          state: stateOf(health, source.schedule, new Date()),
          warnings: fixture.logger.warn.mock.calls.map(([line]) => line),
        };
      };
      const list = async () => {
        const { items } = await fixture.models.listModels({}, unfiltered);
        return items.map(({ ref, aliases, versionCount }) => ({
          ref,
          aliases,
          versionCount,
        }));
      };
      return { ...fixture, sync, list };
    }

    /** What was known stays, stale is visible, and one line has the remedy. */
    function assertBad(
      run: { state: string; error?: string; warnings: unknown[] },
      remedy: string,
    ) {
      expect(run.state).not.toBe('fresh');
      expect(run.error).toContain(remedy);
      expect(run.warnings).toEqual([expect.stringContaining(`${run.error}`)]);
    }

    const first = { written: 72, state: 'fresh', warnings: [] };
    const recovered = { written: 0, state: 'fresh', warnings: [] };

    it.each(badDays)('%s', async (_day, { fault, from = 1, remedy }) => {
      const { sync, list } = await setUpSource(registry.baseUrl);
      registry.fault = undefined;
      expect(await sync()).toEqual(first);
      const known = await list();
      let pages = 0;
      registry.fault = (_nth, request) => {
        if (!mlflowDialect.isListing(request)) return undefined;
        pages += 1;
        return pages >= from ? fault : undefined;
      };
      assertBad(await sync(), remedy);
      expect(await list()).toEqual(known);
      registry.fault = undefined;
      expect(await sync()).toEqual(recovered);
      expect(await list()).toEqual(known);
    });

    it('an empty page with a token, which is no end', async () => {
      const { sync, list } = await setUpSource(registry.baseUrl);
      registry.fault = undefined;
      await sync();
      const known = await list();
      registry.fault = (_nth, { url }) =>
        url.searchParams.has('page_token')
          ? undefined
          : answer(200, { json: { next_page_token: '0' } });
      expect(await sync()).toEqual(recovered);
      expect(await list()).toEqual(known);
    });

    it('a certificate that nobody trusts', async () => {
      const [trusted, unknown] = [await certify(), await certify()];
      const authorities = tls.getCACertificates();
      tls.setDefaultCACertificates([...authorities, trusted.cert]);
      const secure = await startRegistry(
        request => mlflowDialect.answer(healthy, request),
        trusted,
      );
      const { sync, list } = await setUpSource(secure.baseUrl);
      expect(await sync()).toEqual(first);
      const known = await list();
      secure.present(unknown);
      secure.calls.length = 0;
      assertBad(await sync(), 'name its authority in NODE_EXTRA_CA_CERTS');
      expect(secure.calls).toEqual([]);
      expect(await list()).toEqual(known);
      secure.present(trusted);
      expect(await sync()).toEqual(recovered);
      expect(await list()).toEqual(known);
      await secure.close();
      tls.setDefaultCACertificates(authorities);
    });

    it('is down at the start, and comes', async () => {
      const gone = await startRegistry(() => ({ json: {} }));
      await gone.close();
      const { sync, list } = await setUpSource(gone.baseUrl);
      assertBad(await sync(), 'Check that it runs');
      expect(await list()).toEqual([]);
      registry.fault = undefined;
      expect(await sync(registry.baseUrl)).toEqual(first);
      assertBad(await sync(gone.baseUrl), 'Check that it runs');
      expect(await list()).toHaveLength(healthy.length);
    });
  },
);
