import { mockCredentials } from '@backstage/backend-test-utils';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import request from 'supertest';
import { modelEntity } from '../__testUtils__/startCost';
import { daysAgo, fakeType, startReady } from '../__testUtils__/startReady';

describe('actions of cost, through MCP', () => {
  async function start(denied: string[] = []) {
    const server = await startReady({
      modelCost: { sources: [{ id: 'meter', type: 'fake' }] },
      type: fakeType,
      models: [modelEntity('m')],
      denied,
      features: [mcpPlugin],
      rootConfig: { backend: { actions: { pluginSources: ['model-cost'] } } },
    });
    const ask = async (message: object) => {
      const { text } = await request(server)
        .post('/api/mcp-actions/v1')
        .set('Authorization', mockCredentials.user.header())
        .set('Accept', 'application/json, text/event-stream')
        .send({ jsonrpc: '2.0', id: 1, ...message });
      const data = text.split('\n').find(line => line.startsWith('data: '));
      return JSON.parse(data?.replace('data: ', '') ?? text).result;
    };
    const call = async (name: string, input: object) => {
      const result = await ask({
        method: 'tools/call',
        params: { name: `model-cost.${name}`, arguments: input },
      });
      return result.isError
        ? { error: result.content[0].text }
        : result.structuredContent;
    };
    return { ask, call };
  }

  const span = { from: daysAgo(4), to: daysAgo(1) };

  it('only read', async () => {
    const { ask } = await start();
    const { tools } = await ask({ method: 'tools/list' });
    expect(tools.map((t: { name: string }) => t.name).sort()).toEqual([
      'model-cost.get-model-cost',
      'model-cost.get-spend',
      'model-cost.get-unit-costs',
    ]);
    for (const { annotations } of tools)
      expect(annotations).toMatchObject({ readOnlyHint: true });
  });

  it('tell what a model costs, and how much of it is known', async () => {
    const { call } = await start();
    expect(await call('get-model-cost', { model: 'm', ...span })).toMatchObject(
      {
        currency: 'USD',
        days: 4,
        knownDays: 3,
        total: 6e6,
        groups: [
          { key: '10', total: 4e6 },
          { key: '9', total: 2e6 },
        ],
        coverage: 0.4706,
        closedUntil: daysAgo(2),
        exampleDates: false,
      },
    );
    expect(await call('get-unit-costs', { model: 'm', ...span })).toMatchObject(
      {
        groups: [{ per1000Requests: { reason: 'no_usage' } }],
      },
    );
    expect(await call('get-spend', span)).toMatchObject({
      scope: 'all',
      totalItems: 2,
      idle: 12e6,
    });
  });

  it('refuse what the user may not read, and what is no model', async () => {
    const { call } = await start(['model-cost.summary.read']);
    expect((await call('get-spend', {})).error).toMatch(
      /needs the permission model-cost.summary.read/,
    );
    expect((await call('get-model-cost', { model: 'gone' })).error).toMatch(
      /No model model:default\/gone/,
    );
    expect((await call('get-model-cost', { model: 'a:b:c' })).error).toMatch(
      /is no Model/,
    );
  });
});
