import { mockCredentials } from '@backstage/backend-test-utils';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import { Agent } from 'supertest';
import { startPortal, StartOptions } from '../../__testUtils__/portal';

/** The one message of an answer that comes as a stream of events. */
function readMessage(text: string) {
  const data = text.split('\n').find(line => line.startsWith('data: '));
  return JSON.parse(data?.replace('data: ', '') ?? text);
}

async function ask(api: Agent, user: string, message: object) {
  const { text } = await api
    .post('/api/mcp-actions/v1')
    .set('Authorization', mockCredentials.user.header(user))
    .set('Accept', 'application/json, text/event-stream')
    .send({ jsonrpc: '2.0', id: 1, ...message });
  return readMessage(text).result;
}

/** The portal with Backstage's own MCP server in front of its actions. */
export async function startPortalForAgents(options: StartOptions) {
  const { api } = await startPortal({
    ...options,
    features: [mcpPlugin],
    config: { backend: { actions: { pluginSources: ['model-catalog'] } } },
  });
  const callAs = async (user: string, name: string, input: object = {}) => {
    const result = await ask(api, user, {
      method: 'tools/call',
      params: { name: `model-catalog.${name}`, arguments: input },
    });
    const [{ text }] = result.content;
    return result.isError ? { error: text } : result.structuredContent;
  };
  const someone = 'user:default/somebody';
  return {
    api,
    /** Tools as an agent sees them. */
    listTools: async () =>
      (await ask(api, someone, { method: 'tools/list' })).tools,
    /** Output of a tool, or `{error}`, asked for by a certain user. */
    callAs,
    /** Output of a tool, or `{error}`. */
    call: (name: string, input?: object) => callAs(someone, name, input),
  };
}
