import { z } from 'zod';
import { createManifestFolder } from '../../__testUtils__/manifestFolder';
import { get, startPortal } from '../../__testUtils__/portal';
import { until } from '../../__testUtils__/until';
import { withTool } from '../__testUtils__/tools';
import { mlflow, MlflowServer } from './__testUtils__/mlflowServer';

jest.setTimeout(180_000);

const { describeTool, title } = withTool(mlflow);
const folder = createManifestFolder();
const created = z.object({ webhook: z.object({ webhook_id: z.string() }) });
const webhookSecret = 'only-for-tests';

describeTool(`webhooks ${title}`, () => {
  let server: MlflowServer;

  beforeAll(async () => {
    server = await MlflowServer.start({ models: 1, versions: 1 });
  });
  afterAll(() => server?.stop());

  /** The server's portal, which is synced by hand or by a hint. */
  async function startWith(secret: string) {
    const { api, baseUrl } = await startPortal({
      target: folder.path,
      sources: [
        {
          id: 'prod',
          type: 'mlflow',
          baseUrl: server.baseUrl,
          webhookSecret: secret,
          schedule: {
            frequency: { trigger: 'manual' },
            timeout: { minutes: 1 },
          },
        },
      ],
    });
    const readSource = async () => {
      const { items } = await get(api, '/sources');
      return items[1];
    };
    return { api, url: `${baseUrl}/sources/prod/events`, readSource };
  }

  /** Has MLflow send its events there; gives the webhook's id. */
  async function register(url: string): Promise<string> {
    const { webhook } = created.parse(
      await server.call('POST', 'webhooks', {
        name: 'portal',
        url,
        secret: webhookSecret,
        events: [
          { entity: 'REGISTERED_MODEL', action: 'CREATED' },
          { entity: 'MODEL_VERSION', action: 'CREATED' },
        ],
      }),
    );
    return webhook.webhook_id;
  }

  it('sync what has been registered', async () => {
    const { api, url, readSource } = await startWith(webhookSecret);
    await register(url);
    await server.call('POST', 'registered-models/create', { name: 'hinted' });
    await until(async () => (await readSource()).lastRun !== undefined);
    await server.call('POST', 'model-versions/create', {
      name: 'hinted',
      source: 's3://bucket/hinted',
    });
    const find = () => get(api, '/models/default/hinted/versions/1');
    await until(async () => (await find()).version === '1', 60_000);
    expect(await find()).toMatchObject({
      source: { id: 'prod', uri: 's3://bucket/hinted' },
    });
    expect((await readSource()).state).toBe('fresh');
  });

  it('are refused when they are signed with another secret', async () => {
    const { url, readSource } = await startWith('another secret');
    const id = await register(url);
    expect(await server.call('POST', `webhooks/${id}/test`, {})).toMatchObject({
      result: {
        response_status: 401,
        response_body: expect.stringContaining('signature of the event'),
      },
    });
    expect((await readSource()).lastRun).toBeUndefined();
  });
});
