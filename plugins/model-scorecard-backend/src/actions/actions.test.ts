import { mockCredentials } from '@backstage/backend-test-utils';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import request from 'supertest';
import { startScorecard } from '../__testUtils__/startScorecard';

const digest = `sha256:${'7'.repeat(64)}`;
const subject = { ref: 'model:default/credit-risk', version: '7', digest };

describe('actions of the scorecard, through MCP', () => {
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    portal = await startScorecard({
      versions: [{ model: 'credit-risk', version: '7', digest }],
      features: [mcpPlugin],
      rootConfig: {
        backend: { actions: { pluginSources: ['model-scorecard'] } },
      },
    });
    await portal.post('/evidence', {
      subject,
      format: 'canonical/1',
      document: {
        kind: 'fairness',
        tool: { name: 'fairlearn', version: '0.15.0' },
        producedAt: new Date().toISOString(),
        metrics: [
          {
            key: 'spd',
            value: -0.27,
            n: 1200,
            ci: { low: -0.31, high: -0.23, level: 0.95, method: 'bootstrap' },
            slice: { attr: 'sex', group: 'F', ref: 'M', n: 551, nRef: 649 },
          },
        ],
      },
    });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  async function ask(message: object) {
    const { text } = await request(portal.server)
      .post('/api/mcp-actions/v1')
      .set('Authorization', mockCredentials.user.header('user:default/anyone'))
      .set('Accept', 'application/json, text/event-stream')
      .send({ jsonrpc: '2.0', id: 1, ...message });
    const data = text.split('\n').find(line => line.startsWith('data: '));
    return JSON.parse(data?.replace('data: ', '') ?? text).result;
  }

  async function call(name: string, input: object) {
    const result = await ask({
      method: 'tools/call',
      params: { name: `model-scorecard.${name}`, arguments: input },
    });
    return result.isError
      ? { error: result.content[0].text }
      : result.structuredContent;
  }

  const question = { model: 'credit-risk', version: '7' };

  it('only read', async () => {
    const { tools } = await ask({ method: 'tools/list' });
    expect(tools.map((t: { name: string }) => t.name).sort()).toEqual([
      'model-scorecard.explain-verdict',
      'model-scorecard.get-scorecard',
      'model-scorecard.list-blocked',
    ]);
    for (const { annotations } of tools)
      expect(annotations).toMatchObject({
        readOnlyHint: true,
        destructiveHint: false,
      });
  });

  it('read a scorecard and list what blocks', async () => {
    const card = await call('get-scorecard', question);
    expect(card).toMatchObject({
      digest,
      pack: 'default 2',
      gate: { environment: 'prod', state: 'closed' },
    });
    expect(card.checks).toHaveLength(31);
    const blocked = await call('list-blocked', {});
    expect(blocked.items).toMatchObject([
      {
        model: subject.ref,
        version: '7',
        blockers: expect.arrayContaining(['fair.spd']),
      },
    ]);
  });

  it('explain a verdict with its interval, slices and remedy', async () => {
    expect(
      await call('explain-verdict', { ...question, check: 'fair.spd' }),
    ).toMatchObject({
      verdict: 'fail',
      value: -0.27,
      interval: { low: -0.31, high: -0.23 },
      bound: { low: -0.1, high: 0.1 },
      slices: [{ metric: 'spd', group: 'F', ref: 'M' }],
      trust: 'manual',
      runs: 1,
      remedy: expect.stringContaining('Mitigate'),
    });
    expect(
      await call('explain-verdict', { ...question, check: 'nope' }),
    ).toMatchObject({ error: expect.stringContaining('no check "nope"') });
    expect(
      await call('get-scorecard', { model: 'a b', version: '7' }),
    ).toMatchObject({ error: expect.stringContaining('is not the ref') });
    expect(
      await call('get-scorecard', { ...question, version: '9' }),
    ).toMatchObject({ error: expect.stringContaining('No version') });
  });
});
