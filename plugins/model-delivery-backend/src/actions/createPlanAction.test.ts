import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import {
  send,
  serviceInput,
  startDelivery,
  tokenOf,
} from '../__testUtils__/startDelivery';

describe('the action plan, through MCP', () => {
  let origin: string;

  beforeAll(async () => {
    const portal = await startDelivery({ features: [mcpPlugin] });
    origin = portal.origin;
  });

  async function ask(message: object) {
    const response = await fetch(`${origin}/api/mcp-actions/v1`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokenOf('data-scientist')}`,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, ...message }),
    });
    const text = await response.text();
    const data = text.split('\n').find(line => line.startsWith('data: '));
    return JSON.parse(data?.replace('data: ', '') ?? text).result;
  }

  const call = (input: object) =>
    ask({
      method: 'tools/call',
      params: { name: 'model-delivery.plan', arguments: input },
    });

  it('only reads, and says what a service input is', async () => {
    const { tools } = await ask({ method: 'tools/list' });
    expect(tools).toHaveLength(1);
    expect(tools[0].annotations).toMatchObject({ readOnlyHint: true });
    expect(tools[0].description).toContain('"costCenter"');
  });

  it('gives the bytes that REST gives', async () => {
    const service = serviceInput('by-an-agent');
    const { structuredContent } = await call({ service });
    const { body } = await send(origin, 'POST', '/plans', { body: service });
    expect(structuredContent.digest).toBe(body.digest);
    expect(structuredContent.files).toEqual(body.files);
    const names = await call({ service, content: 'none' });
    expect(names.structuredContent.files).toEqual(
      body.files.map(({ path }: { path: string }) => ({ path })),
    );
    const { body: list } = await send(origin, 'GET', '/services');
    expect(list.items).toEqual([]);
  });

  it('names what is wrong with a field', async () => {
    const service = { ...serviceInput(), name: 'Not so' };
    const { isError, content } = await call({ service });
    expect(isError).toBe(true);
    expect(content[0].text).toContain('/name: must be lower-case');
  });
});
