import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createManifestFolder,
  exampleDigest,
  exampleManifest,
  exampleVersion,
} from './__testUtils__/manifestFolder';
import { get, startPortal, sync } from './__testUtils__/portal';
import { modelCatalogConditions } from './index';

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
          spec: {
            owner: undefined,
            riskTier: 'limited',
            baseModels: ['model:default/credit-risk'],
          },
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
      '/models/default/credit-risk/aliases',
      '/models/default/credit-risk/lineage',
      '/models/default/credit-risk/versions/1/ml-bom',
    ])
      expect((await api.get(`/api/model-catalog${path}`)).status).toBe(404);
    const refused = await api.post('/api/model-catalog/sources/examples/sync');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain(
      'model-catalog.source.administer',
    );
  });

  it('keeps to the condition of a policy in every list, count, facet and cursor', async () => {
    const { api } = await startPortal({
      target: folder.path,
      condition: modelCatalogConditions.hasTier({ tiers: ['limited'] }),
    });
    await sync(api);
    expect(await get(api, '/models?limit=1')).toMatchObject({
      items: [{ ref: 'model:default/churn' }],
      totalItems: 1,
    });
    expect(await get(api, '/models?limit=1')).not.toHaveProperty('nextCursor');
    expect(await get(api, '/models/facets')).toMatchObject({
      tier: [{ value: 'limited', count: 1 }],
      owner: [{ value: 'none', count: 1 }],
      alias: [],
      freshness: [{ value: 'fresh', count: 1 }],
    });
    const { nodes } = await get(api, '/models/default/churn/lineage');
    expect(nodes.map((node: { id: string }) => node.id)).toEqual([
      'model:default/churn',
    ]);
    for (const path of ['', '/versions', '/versions/1', '/lineage', '/aliases'])
      expect(
        (await api.get(`/api/model-catalog/models/default/credit-risk${path}`))
          .status,
      ).toBe(404);
    const across =
      '/models/default/churn/compare?left=1&right=1&rightModel=model:default/credit-risk';
    expect((await api.get(`/api/model-catalog${across}`)).status).toBe(404);
  });

  it('tells where a model comes from, what came of it, and what is in it', async () => {
    const { api } = await startPortal({ target: folder.path });
    await sync(api);
    const lineage = await get(
      api,
      '/models/default/credit-risk/lineage?version=1',
    );
    expect(lineage).toMatchObject({
      truncated: false,
      nodes: [
        {
          id: 'model:default/credit-risk',
          kind: 'model',
          label: 'Credit risk',
        },
        { id: 'model:default/credit-risk@1', kind: 'version' },
        { kind: 'dataset', label: 'loans-2026q3' },
        { id: 'model:default/churn', kind: 'model' },
      ],
    });
    expect(lineage.edges).toContainEqual({
      from: 'model:default/churn',
      to: 'model:default/credit-risk',
      type: 'derivedFrom',
    });
    const { headers, body } = await api.get(
      '/api/model-catalog/models/default/credit-risk/versions/1/ml-bom',
    );
    expect(headers['content-type']).toContain('application/vnd.cyclonedx+json');
    expect(body).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const compared = await get(
      api,
      '/models/default/credit-risk/compare?left=1&right=1&rightModel=churn',
    );
    expect(compared.models).toEqual({
      left: 'model:default/credit-risk',
      right: 'model:default/churn',
    });
    const aliases = await get(api, '/models/default/credit-risk/aliases');
    expect(aliases.items).toMatchObject([
      { alias: 'champion', version: '1', by: 'source:examples' },
    ]);
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
      '/models/default/credit-risk/compare?left=1&right=2&rightModel=%3A%3A',
      '/models/default/credit-risk/lineage?depth=7',
      '/models/default/credit-risk/lineage?version=9',
      '/models?freshness=rotten',
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
