import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { describeCostSource } from '@modelyard/plugin-model-cost-node/testUtils';
import { readRecorded } from '../../__testUtils__/recordedDays';
import { ReplayServer } from '../../__testUtils__/replayServer';
import { kubecostSourceType } from '../kubecost/kubecostSourceType';
import { openCostSourceType } from './openCostSourceType';

jest.setTimeout(30_000);

const recorded = ['2026-11-02', '2026-11-03', '2026-11-04'];
const { signal } = new AbortController();

function create(
  server: ReplayServer,
  more: JsonObject = {},
  type = openCostSourceType,
) {
  const config = new ConfigReader({
    baseUrl: server.baseUrl,
    limits: { attempts: 1, requestTimeout: { milliseconds: 500 } },
    ...more,
  });
  return type.create({
    id: 'a',
    config,
    configKey: 'modelCost.sources[0]',
    currency: 'USD',
    logger: mockServices.logger.mock(),
  });
}

async function startRecorded(prefix = ''): Promise<ReplayServer> {
  const server = await ReplayServer.start();
  for (const day of recorded)
    server.replays.set(`${prefix}/allocation ${day}`, {
      body: readRecorded(`days/${day}.json.gz`),
    });
  for (const day of recorded.slice(1))
    server.replays.set(`${prefix}/assets ${day}`, {
      body: readRecorded(`days/assets-${day}.json.gz`),
    });
  return server;
}

const secret = 'the-token';
const auth = { type: 'bearer', token: secret };

for (const [type, prefix] of [
  [openCostSourceType, ''],
  [kubecostSourceType, '/model'],
] as const)
  describeCostSource(`a source of type ${type.type}`, async () => {
    const server = await startRecorded(prefix);
    server.replays.set(`${prefix}/allocation 2026-11-05`, {
      status: 500,
      body: readRecorded('odd/prometheus-gone-model.json.gz'),
    });
    server.replays.set(`${prefix}/allocation 2026-11-06`, {
      body: readRecorded('odd/window-future.json'),
    });
    return {
      source: create(server, { auth }, type),
      span: { from: '2026-11-02', until: '2026-11-06' },
      brokenDay: '2026-11-05',
      secrets: [secret, 'node_cpu_hourly_cost', '127.0.0.1'],
      close: () => server.close(),
    };
  });

describe('a source of type opencost', () => {
  let server: ReplayServer;
  beforeEach(async () => {
    server = await startRecorded();
  });
  afterEach(() => server.close());

  async function read(day: string, more: JsonObject = {}) {
    for await (const answer of create(server, more).readDays([day], { signal }))
      return answer;
    throw new Error(`${day} was not answered`);
  }

  async function failureOf(day: string, more: JsonObject = {}) {
    const answer = await read(day, more);
    return 'failure' in answer ? answer.failure : undefined;
  }

  it('asks for whole days by explicit bounds, one at a time, with idle', async () => {
    const source = create(server, { auth });
    for await (const day of source.readDays(recorded, { signal }))
      expect(day).toHaveProperty('allocations');
    const asked = server.questions.map(({ path, query }) => [
      path,
      Object.fromEntries(query),
    ]);
    expect(asked.slice(0, 2)).toEqual([
      [
        '/allocation',
        {
          window: '2026-11-02T00:00:00Z,2026-11-03T00:00:00Z',
          includeIdle: 'true',
        },
      ],
      ['/assets', { window: '2026-11-02T00:00:00Z,2026-11-03T00:00:00Z' }],
    ]);
    expect(asked).toHaveLength(6);
    expect(
      new Set(server.questions.map(({ authorization }) => authorization)),
    ).toEqual(new Set([`Bearer ${secret}`]));
  });

  it('waits between two questions as long as it is told to', async () => {
    const started = Date.now();
    await read('2026-11-03', { minInterval: { milliseconds: 120 } });
    expect(server.questions).toHaveLength(2);
    expect(Date.now() - started).toBeGreaterThanOrEqual(115);
  });

  it('books a day without assets, and says it is not reconciled', async () => {
    const answer = await read('2026-11-02');
    expect(answer).not.toHaveProperty('nodeCost', expect.any(Number));
    expect(answer).toMatchObject({
      notices: [expect.stringMatching(/^Not reconciled: OpenCost did not say/)],
    });
    expect(await read('2026-11-03')).toMatchObject({
      nodeCost: expect.any(Number),
      notices: [],
    });
  });

  it('reads tokens where they are, and says where they are not', async () => {
    const path = '/inferenceCost/total 2026-11-03';
    const more = { inferenceCost: true };
    expect(await read('2026-11-03', more)).toMatchObject({
      usage: undefined,
      notices: [expect.stringMatching(/inferenceCost is not enabled/)],
    });
    server.replays.set(path, { status: 501, body: {} });
    expect(await read('2026-11-03', more)).toMatchObject({
      notices: [expect.stringMatching(/inferenceCost is not enabled/)],
    });
    const properties = { modelName: 'Qwen3-32B', namespace: 'ml-prod' };
    const inferenceCosts = {
      'Qwen3-32B:ml-prod': {
        properties,
        promptTokens: 12,
        generationTokens: 3,
      },
    };
    server.replays.set(path, { body: { data: { inferenceCosts } } });
    expect(await read('2026-11-03', more)).toMatchObject({
      usage: [
        {
          labels: new Map([['modelyard.io/model', 'qwen3-32b']]),
          promptTokens: 12,
          generatedTokens: 3,
        },
      ],
    });
  });

  it('keeps the clusters it is told to, and names those without a name', async () => {
    const answer = await read('2026-11-03', { clusters: ['elsewhere'] });
    expect(answer).toMatchObject({ allocations: [] });
    const named = await read('2026-11-03', { clusters: ['modelyard-demo'] });
    expect(named).toMatchObject({ allocations: { length: 26 } });
  });

  describe('does not believe a 200', () => {
    const day = '2026-11-13';
    it.each([
      ['odd/pods-query-failed-model-idle.json', /names no pod|only idle/],
      ['odd/step-longer-than-window.json.gz', /is of .*, not of 2026-11-13/],
      ['odd/window-future-step-idle.json', /holds 2 windows/],
      ['odd/window-open-day.json', /not of 2026-11-13|before the day was over/],
      [
        'odd/prometheus-gone-model.json.gz',
        /answered with an error \(code 500/,
      ],
      ['days/2026-11-03.json.gz', /not of 2026-11-13/],
    ])('%s', async (name, message) => {
      server.replays.set(`/allocation ${day}`, { body: readRecorded(name) });
      expect(await failureOf(day)).toMatch(message);
    });

    it('with nothing in it: no samples, which is no failure', async () => {
      for (const name of ['window-equal', 'window-future']) {
        const body = readRecorded(`odd/${name}.json`);
        server.replays.set(`/allocation ${day}`, { body });
        expect(await read(day)).toMatchObject({ allocations: [] });
      }
    });
  });

  it.each<[string, object, RegExp]>([
    ['down', { status: 500, body: {} }, /Prometheus may be down/],
    ['too slow', { body: {}, delayMs: 900 }, /raise limits.requestTimeout/],
    ['cut off by a proxy', { status: 504, body: '' }, /takes too long/],
    ['truncated', { body: '{"code":200,"data":[{"a":{' }, /breaks off/],
    ['of another schema', { body: { code: 200, data: { a: 1 } } }, /not an/],
    ['NaN', { body: '{"code":200,"data":[{"a":{"totalCost":NaN}}]}' }, /JSON/],
  ])('says what to do when the server is %s', async (_, replay, message) => {
    server.replays.set('/allocation 2026-11-05', { body: '', ...replay });
    const failure = await failureOf('2026-11-05');
    expect(failure).toMatch(message);
    expect(failure).not.toMatch(/code.*data|127\.0\.0\.1/);
  });

  it('gives up the whole run where something else answers', async () => {
    server.replays.set('/allocation 2026-11-05', {
      body: '<html>',
      contentType: 'text/html',
    });
    await expect(read('2026-11-05')).rejects.toThrow(
      /^OpenCost answers text\/html instead of JSON/,
    );
    await expect(read('2026-11-06')).rejects.toThrow(/^OpenCost answered 404/);
  });

  it('gives up the whole run where no day can be read', async () => {
    const source = create(server);
    await server.close();
    const run = async () => {
      for await (const day of source.readDays(recorded, { signal }))
        expect(day).toBeUndefined();
    };
    await expect(run()).rejects.toThrow(/^OpenCost (?!.*127)/);
    server = await startRecorded();
  });

  it('names the key of a wrong configuration', () => {
    expect(() => create(server, { baseUrl: 'opencost' })).toThrow(
      /modelCost.sources\[0\].baseUrl/,
    );
    expect(() => create(server, { auth: { type: 'oauth' } })).toThrow(
      /modelCost.sources\[0\].auth.type/,
    );
    expect(() => create(server, { prometheus: {} })).toThrow(
      /modelCost.sources\[0\].prometheus.baseUrl/,
    );
  });
});

describe('a source of type kubecost', () => {
  it('asks for idle apart, in its own words', async () => {
    const server = await startRecorded('/model');
    const source = create(server, { reconcile: false }, kubecostSourceType);
    for await (const day of source.readDays(['2026-11-03'], { signal }))
      expect(day).toMatchObject({ nodeCost: expect.any(Number) });
    const [{ path, query }] = server.questions;
    expect(path).toBe('/model/allocation');
    expect(Object.fromEntries(query)).toMatchObject({
      idle: 'true',
      shareIdle: 'false',
      accumulate: 'false',
      reconcile: 'false',
    });
    await server.close();
  });
});
