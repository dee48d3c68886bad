import { mockCredentials } from '@backstage/backend-test-utils';
import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import request from 'supertest';
import { FakeSource } from './__testUtils__/FakeSource';
import { allocation, modelPod } from './__testUtils__/sourceDays';
import { modelEntity } from './__testUtils__/startCost';
import { daysAgo, startReady } from './__testUtils__/startReady';

const base = '/api/model-cost';
const modelCost = { sources: [{ id: 'meter', type: 'both' }] };

const service = {
  'modelyard.io/service': 's',
  'modelyard.io/tenant': 'acme',
};

const both: CostSourceType = {
  type: 'both',
  create: () => {
    const source = new FakeSource('cost', 'usage');
    for (const day of [3, 2, 1].map(daysAgo))
      source.days.set(day, {
        allocations: [
          allocation({ ...modelPod('m', '1'), ...service }, 3),
          allocation({ 'modelyard.io/model': 'hidden' }, 5),
          allocation({}, 2, { controller: 'gateway' }),
          allocation({}, 1, { namespace: 'kube-system', controller: 'dns' }),
          allocation({}, 4, { kind: 'idle' }),
        ],
        nodeCost: 15,
        usage: [
          {
            name: 's',
            labels: new Map(Object.entries(service)),
            requests: 2000,
          },
        ],
        notices: ['The meter was calibrated.'],
      });
    return source;
  },
};

function start(options: { denied?: string[]; readable?: string[] } = {}) {
  return startReady({
    modelCost,
    type: both,
    models: [modelEntity('m'), modelEntity('hidden')],
    ...options,
  });
}

async function settled(server: Parameters<typeof request>[0], path: string) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { body } = await request(server).get(path);
    if (!['queued', 'running'].includes(body.state)) return body;
  }
  throw new Error('the backfill did not end');
}

describe('model-cost plugin, sources', () => {
  it('reads days again, tells how far it is, and lists it', async () => {
    const server = await start();
    const started = await request(server)
      .post(`${base}/sources/meter/backfill`)
      .send({ from: daysAgo(3), to: daysAgo(1) });
    expect(started.status).toBe(202);
    const path = `${base}/sources/meter/backfills/${started.body.runId}`;
    expect(await settled(server, path)).toMatchObject({
      state: 'succeeded',
      from: daysAgo(3),
      to: daysAgo(1),
      days: 3,
      daysDone: 3,
      written: 0,
      failed: 0,
      requestedBy: mockCredentials.user().principal.userEntityRef,
    });
    const { body } = await request(server).get(
      `${base}/sources/meter/backfills`,
    );
    expect(body).toMatchObject({
      items: [{ runId: started.body.runId }],
      totalItems: 1,
    });
    const stopped = await request(server).post(`${path}/stop`);
    expect(stopped.status).toBe(202);
    expect(stopped.body).toMatchObject({
      state: 'succeeded',
      isStopping: false,
    });
  });

  it('refuses a bad span, an unknown source, and who may not', async () => {
    const server = await start();
    const post = (id: string, body: object) =>
      request(server).post(`${base}/sources/${id}/backfill`).send(body);
    const fieldOf = async (body: object) => {
      const answer = await post('meter', body);
      expect(answer.status).toBe(400);
      return answer.body.error.fields[0];
    };
    expect(await fieldOf({ from: daysAgo(0) })).toMatchObject({
      path: '/body/from',
    });
    expect(await fieldOf({ from: daysAgo(3), to: daysAgo(0) })).toMatchObject({
      path: '/body/to',
      message: expect.stringMatching(/not closed yet; the last closed day is/),
    });
    expect(await fieldOf({ from: '2019-01-01' })).toMatchObject({
      message: expect.stringMatching(/more than 1100 days/),
    });
    expect(await fieldOf({ from: '2026-02-30' })).toMatchObject({
      path: '/body/from',
    });
    expect((await post('gone', { from: daysAgo(2) })).status).toBe(404);
    expect(
      (await request(server).get(`${base}/sources/meter/backfills/none`))
        .status,
    ).toBe(404);
    const denied = await start({ denied: ['model-cost.source.administer'] });
    const refused = await request(denied)
      .post(`${base}/sources/meter/backfill`)
      .send({ from: daysAgo(2) });
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toMatch(/a platform engineer has it/);
  });

  it('tells what a request costs, and why it can not', async () => {
    const server = await start();
    const path = `${base}/models/default/m/unit-costs?from=${daysAgo(3)}&to=${daysAgo(1)}`;
    const { body } = await request(server).get(path);
    expect(body.groups).toMatchObject([
      {
        key: 'total',
        days: 3,
        cost: 9e6,
        requests: 6000,
        per1000Requests: { amount: 1.5e6, volume: 6000, minimumVolume: 1000 },
        perMillionTokens: { reason: 'no_usage', minimumVolume: 100000 },
      },
    ]);
    const byVersion = await request(server).get(`${path}&groupBy=version`);
    expect(byVersion.body.groups).toMatchObject([{ key: '1', requests: 6000 }]);
  });

  it('lists what carries no model, with what it cost', async () => {
    const server = await start();
    const path = `${base}/unlabelled?from=${daysAgo(3)}&to=${daysAgo(1)}&limit=1`;
    const first = await request(server).get(path);
    expect(first.body).toMatchObject({
      items: [
        {
          sourceId: 'meter',
          kind: 'workload',
          controller: 'gateway',
          total: 6e6,
          days: 3,
          lastDay: daysAgo(1),
        },
      ],
      totalItems: 2,
    });
    const second = await request(server).get(
      `${path}&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([
      { kind: 'shared', pool: 'kubernetes', total: 3e6 },
    ]);
    expect(second.body).not.toHaveProperty('nextCursor');
    const bad = await request(server).get(`${path}&cursor=x`);
    expect(bad.body.error.fields[0].path).toBe('/query/cursor');
  });

  it('names rule, shared pools and notices beside the figures', async () => {
    const server = await start();
    const span = `from=${daysAgo(3)}&to=${daysAgo(1)}`;
    const summary = await request(server).get(`${base}/summary?${span}`);
    expect(summary.body).toMatchObject({
      scope: 'all',
      allocation: { idle: 'separate', shared: 'separate' },
      unattributed: 9e6,
      shared: 3e6,
      idle: 12e6,
      total: 45e6,
      reconciliation: { sourceTotal: 45e6, difference: 0, days: 3 },
      notices: [
        { sourceId: 'meter', message: 'The meter was calibrated.', days: 3 },
      ],
      freshness: { grade: 'A' },
    });
    const cost = await request(server).get(
      `${base}/models/default/m/cost?${span}&groupBy=tenant&step=month`,
    );
    expect(cost.body.groups).toMatchObject([{ key: 'acme', total: 9e6 }]);
    expect(cost.body.days.length).toBeLessThanOrEqual(2);
  });

  it('tells nothing of models that the caller may not read', async () => {
    const server = await start({ readable: ['model:default/m'] });
    const span = `from=${daysAgo(3)}&to=${daysAgo(1)}`;
    const { body } = await request(server).get(`${base}/summary?${span}`);
    expect(body).toMatchObject({
      scope: 'readable',
      items: [{ key: 'm', total: 9e6 }],
      totalItems: 1,
      total: 9e6,
      reconciliation: { days: 0 },
    });
    for (const name of [
      'idle',
      'unattributed',
      'unmounted',
      'shared',
      'coverage',
    ])
      expect(body).not.toHaveProperty(name);
    const owners = await request(server).get(
      `${base}/summary?${span}&groupBy=environment`,
    );
    expect(owners.body.items).toMatchObject([{ key: 'prod', total: 9e6 }]);
    for (const format of ['csv', 'focus']) {
      const { text } = await request(server).get(
        `${base}/showback?${span}&format=${format}`,
      );
      expect(text).toContain('m');
      expect(text).not.toMatch(/hidden|,idle,,|unattributed|Idle capacity/);
    }
    const list = await request(server).get(`${base}/unlabelled`);
    expect(list.status).toBe(403);
  });
});
