import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createManifestFolder,
  exampleDigest,
  exampleManifest,
  exampleVersion,
} from './__testUtils__/manifestFolder';
import { get, startPortal, sync } from './__testUtils__/portal';

const folder = createManifestFolder();
const readPermission = 'catalog.entity.read';

describe('model-catalog', () => {
  beforeEach(() => {
    folder.setContent({
      'credit-risk': {
        'model.yaml': exampleManifest('credit-risk', {
          metadata: { title: 'Credit risk', tags: ['risk'] },
          spec: { aliases: { champion: '1' } },
          versions: [
            exampleVersion('1', { card: './cards/1.md' }),
            exampleVersion('2'),
          ],
        }),
        cards: { '1.md': '# Credit risk 1' },
      },
      churn: {
        'model.yaml': exampleManifest('churn', {
          spec: { owner: undefined, riskTier: 'limited' },
          versions: [exampleVersion('1')],
        }),
      },
    });
  });

  it('takes models and versions from a source to its REST API', async () => {
    const { api, events } = await startPortal({ target: folder.path });

    expect(await sync(api)).toMatchObject({ state: 'succeeded', written: 6 });
    const models = await get(api, '/models');
    expect(models.totalItems).toBe(2);
    expect(models.items[1]).toMatchObject({
      ref: 'model:default/credit-risk',
      title: 'Credit risk',
      owner: 'group:default/risk-ml',
      riskTier: 'high',
      latestVersion: { version: '2', createdAt: '2026-11-12T09:30:00.000Z' },
      aliases: { champion: '1' },
      versionCount: 2,
      source: { id: 'examples', state: 'fresh' },
    });
    expect(models.items[0]).not.toHaveProperty('owner');
    const versions = await get(api, '/models/default/credit-risk/versions');
    expect(versions.items.map((v: { version: string }) => v.version)).toEqual([
      '2',
      '1',
    ]);
    const one = await get(api, '/models/default/credit-risk/versions/1');
    expect(one).toMatchObject({
      digest: exampleDigest('1'),
      digestKind: 'content',
      aliases: ['champion'],
      card: { text: '# Credit risk 1' },
      params: { max_depth: '6' },
      source: { id: 'examples', nativeId: 'default/credit-risk@1' },
    });
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'model-catalog.models-changed',
      eventPayload: {
        sourceId: 'examples',
        refs: ['model:default/churn', 'model:default/credit-risk'],
      },
    });
  });

  it('writes nothing when the source has not changed', async () => {
    const { api, events } = await startPortal({ target: folder.path });
    await sync(api);
    expect(await sync(api)).toMatchObject({ state: 'succeeded', written: 0 });
    const { items } = await get(api, '/sources');
    expect(items[0]).toMatchObject({
      state: 'fresh',
      counts: { models: 2, versions: 3, tombstones: 0, conflicts: 0 },
      lastRun: { written: 0 },
    });
    expect(events.publish).toHaveBeenCalledTimes(1);
  });

  it('keeps what a malformed manifest once held, loads the rest, and says where it is wrong', async () => {
    const { api } = await startPortal({ target: folder.path });
    await sync(api);
    folder.setContent({
      'credit-risk/model.yaml': exampleManifest('credit-risk').replace(
        'value: 0.901',
        'value: lots',
      ),
      'fraud/model.yaml': exampleManifest('fraud'),
    });

    expect(await sync(api)).toMatchObject({ state: 'succeeded' });
    const { items } = await get(api, '/sources');
    expect(items[0].problems).toEqual([
      {
        file: 'credit-risk/model.yaml',
        line: 23,
        field: '/spec/versions/0/metrics/0/value',
        message:
          'must be a finite number; leave out what could not be measured',
        severity: 'error',
      },
    ]);
    expect(items[0].lastError.message).toContain('credit-risk/model.yaml:23');
    expect(items[0].counts).toMatchObject({ models: 3, tombstones: 0 });
    const kept = await get(api, '/models/default/credit-risk/versions/1');
    expect(kept.metrics[0].value).toBe(0.901);
  });

  it('hides what may not be read, and lets only some sync', async () => {
    let decision: AuthorizeResult = AuthorizeResult.ALLOW;
    const { api } = await startPortal({
      target: folder.path,
      decide: () => decision,
    });
    await sync(api);
    decision = AuthorizeResult.DENY;
    expect(await get(api, '/models')).toEqual({ items: [], totalItems: 0 });
    expect((await get(api, '/models/facets')).owner).toEqual([]);
    for (const path of [
      '/models/default/credit-risk',
      '/models/default/credit-risk/versions',
      '/models/default/credit-risk/versions/1',
      '/models/default/credit-risk/compare?left=1&right=2',
    ])
      expect((await api.get(`/api/model-catalog${path}`)).status).toBe(404);
    const refused = await api.post('/api/model-catalog/sources/examples/sync');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('model-catalog.source.sync');
  });

  it('asks for every single model', async () => {
    const { api } = await startPortal({
      target: folder.path,
      decide: (permission, resourceRef) =>
        permission === readPermission && resourceRef === 'model:default/churn'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    await sync(api);
    expect(
      (await api.get('/api/model-catalog/models/default/churn')).status,
    ).toBe(404);
    expect(
      (await api.get('/api/model-catalog/models/Default/Credit-Risk')).status,
    ).toBe(200);
  });

  it('answers bad questions with 400 or 404 and a message', async () => {
    const { api } = await startPortal({ target: folder.path });
    await sync(api);
    for (const path of [
      '/models?limit=0',
      '/models?limit=x',
      '/models?cursor=%00',
      '/models?cursor=WzFd',
      '/models?q=%00',
      "/models?sort=';--",
      '/models?unknown=1',
      '/models/default/none',
      '/models/default/credit-risk/versions/none',
      '/models/default/credit-risk/versions/%00',
      '/models/default/credit-risk/compare?left=1',
      '/sources/none/runs/1',
    ]) {
      const { status, body } = await api.get(`/api/model-catalog${path}`);
      expect([path, [400, 404].includes(status)]).toEqual([path, true]);
      expect(body.error.message).toBeTruthy();
    }
    const alias = await api.get(
      '/api/model-catalog/models/default/credit-risk/versions/champion',
    );
    expect(alias.status).toBe(404);
    expect(alias.body.error.message).toContain('now "1"');
  });

  it('answers nobody without a token', async () => {
    const { api } = await startPortal({ target: folder.path });
    const anonymous = await api
      .get('/api/model-catalog/models')
      .set('Authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
  });
});
