import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createHmac, randomUUID } from 'node:crypto';
import {
  createManifestFolder,
  exampleManifest,
} from './__testUtils__/manifestFolder';
import { get, startPortal } from './__testUtils__/portal';
import { until } from './__testUtils__/until';
import { huggingFaceDialect } from './connectors/__testUtils__/huggingFaceDialect';
import { mlflowDialect } from './connectors/__testUtils__/mlflowDialect';
import {
  RegistryDialect,
  ScriptedRegistry,
  startRegistry,
} from './connectors/__testUtils__/scriptedRegistry';

jest.setTimeout(60_000);

const webhookSecret = 'only-for-tests';
const folder = createManifestFolder();
const registries: ScriptedRegistry[] = [];
afterAll(() => Promise.all(registries.map(registry => registry.close())));

/** A source of one model, which is synced by hand or by a hint. */
async function createSource(dialect: RegistryDialect, more: object = {}) {
  const models = [
    {
      name: `acme/${dialect.type}`,
      aliases: {},
      versions: [{ version: '1', createdAt: '2026-11-01T00:00:00.000Z' }],
    },
  ];
  const registry = await startRegistry(r => dialect.answer(models, r));
  registries.push(registry);
  return {
    id: dialect.type,
    type: dialect.type,
    baseUrl: registry.baseUrl,
    ...dialect.config(models),
    ...more,
    schedule: { frequency: { trigger: 'manual' }, timeout: { minutes: 1 } },
  };
}

function signed(body: string, secret = webhookSecret) {
  const id = randomUUID();
  const sentAt = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret)
    .update(`${id}.${sentAt}.${body}`)
    .digest('base64');
  return {
    'content-type': 'application/json',
    'x-mlflow-delivery-id': id,
    'x-mlflow-timestamp': sentAt,
    'x-mlflow-signature': `v1,${signature}`,
  };
}

describe('webhooks of sources', () => {
  const body = '{ "entity":"model_version",\n "data": {"n": 1.0}}';
  const asHub = { 'content-type': 'application/json' };
  const log: string[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId, severityLevel, meta }) => {
      const subject = `${eventId} ${severityLevel} ${meta?.sourceId}`;
      return {
        success: async () => {
          log.push(`${subject} succeeded`);
        },
        fail: async () => {
          log.push(`${subject} failed`);
        },
      };
    },
  });
  let portal: Awaited<ReturnType<typeof startPortal>>;

  beforeAll(async () => {
    folder.setContent({ 'a/model.yaml': exampleManifest('a') });
    portal = await startPortal({
      target: folder.path,
      features: [
        auditor.factory,
        // Who shows no credentials has none.
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
      ],
      sources: [
        await createSource(mlflowDialect, { webhookSecret }),
        await createSource(huggingFaceDialect, { webhookSecret }),
        { ...(await createSource(mlflowDialect)), id: 'without' },
      ],
    });
  });
  beforeEach(() => {
    log.length = 0;
  });

  const send = (
    path: string,
    headers: Record<string, string>,
    text: string = body,
  ) =>
    fetch(`${portal.baseUrl}${path}`, { method: 'POST', headers, body: text });
  const titles = async () =>
    (await get(portal.api, '/models')).items.map(
      (item: { title: string }) => item.title,
    );

  it('syncs a source whose registry says that it has changed, once', async () => {
    const headers = signed(body);
    const first = await send('/sources/mlflow/events', headers);
    expect([first.status, await first.json()]).toEqual([
      202,
      { accepted: true },
    ]);
    const again = await send('/sources/mlflow/events', headers);
    expect([again.status, await again.json()]).toEqual([
      202,
      { accepted: false },
    ]);
    await until(async () => (await titles()).includes('acme/mlflow'));
    expect(await titles()).toEqual(['acme/mlflow']);
    expect(log).toEqual([
      'source-event low mlflow succeeded',
      'source-event low mlflow succeeded',
    ]);
  });

  it('takes those of the Hub too', async () => {
    const headers = { ...asHub, 'x-webhook-secret': webhookSecret };
    const { status } = await send('/sources/huggingface/events', headers);
    expect(status).toBe(202);
    await until(async () => (await titles()).includes('acme/huggingface'));
  });

  it.each([
    ['another secret', 'mlflow', signed(body, 'other'), 401],
    ['another body', 'mlflow', signed(`${body} `), 401],
    ['no signature', 'mlflow', asHub, 401],
    ['another secret', 'huggingface', { 'x-webhook-secret': 'other' }, 401],
    ['a source without secret', 'without', signed(body), 404],
    ['a source of a type without webhooks', 'examples', signed(body), 404],
    ['a source that is not there', 'none', signed(body), 404],
  ])('refuses %s at %s', async (_what, source, headers, status) => {
    const all = { ...asHub, ...headers };
    const answer = await send(`/sources/${source}/events`, all);
    const { error } = await answer.json();
    expect([answer.status, error.message]).toEqual([
      status,
      expect.stringContaining(
        status === 401
          ? 'the secret of the source'
          : `No source "${source}" takes webhooks; set its webhookSecret under modelCatalog.sources`,
      ),
    ]);
    expect(log).toEqual([`source-event low ${source} failed`]);
    const { items } = await get(portal.api, '/sources');
    const found = items.find((item: { id: string }) => item.id === source);
    if (status === 404) expect(found?.lastRun).toBeUndefined();
  });

  it('takes only JSON, and not too much of it', async () => {
    const at = '/sources/mlflow/events';
    const large = `{"a":"${'x'.repeat(1024 * 1024)}"}`;
    expect((await send(at, signed('[1'), '[1')).status).toBe(400);
    expect((await send(at, signed('[]'), '[]')).status).toBe(400);
    expect((await send(at, signed(large), large)).status).toBe(413);
    expect(log).toEqual([]);
  });

  it('opens no other route to callers without credentials', async () => {
    for (const [method, path] of [
      ['GET', '/sources'],
      ['GET', '/models'],
      ['GET', '/sources/mlflow'],
      ['POST', '/sources/mlflow/sync'],
      ['POST', '/sources/mlflow/events/../sync'],
      ['POST', '/sources/events/sync'],
      ['GET', '/sources/mlflow/runs/1'],
      ['GET', '/sources/events/runs/1'],
      ['POST', '/x/sources/mlflow/events'],
    ]) {
      const answer = await fetch(`${portal.baseUrl}${path}`, {
        method,
        headers: signed(body),
        body: method === 'POST' ? body : undefined,
      });
      expect([path, answer.status]).toEqual([path, 401]);
    }
    const below = await send('/sources/mlflow/events/sync', signed(body));
    expect(below.status).toBe(404);
    expect(log).toEqual([]);
  });

  it('shows which sources take webhooks', async () => {
    const { items } = await get(portal.api, '/sources');
    expect(
      items.map((item: { id: string; takesEvents?: boolean }) => [
        item.id,
        item.takesEvents,
      ]),
    ).toEqual([
      ['examples', undefined],
      ['mlflow', true],
      ['huggingface', true],
      ['without', undefined],
    ]);
  });
});
