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
const base = '/api/model-catalog';
const credit = 'model:default/credit-risk';
const churn = 'model:default/churn';
const links = (name: string) => `/models/default/${name}/links`;

describe('links and findings of the model catalog', () => {
  beforeEach(() =>
    folder.setContent({
      'credit-risk/model.yaml': exampleManifest('credit-risk'),
      'churn/model.yaml': exampleManifest('churn', {
        spec: { riskTier: 'limited' },
        versions: [exampleVersion('1')],
      }),
      'demand/model.yaml': exampleManifest('demand', { versions: [] }),
      'broken/model.yaml': 'kind: Nothing',
    }),
  );

  it('links models of the same digest', async () => {
    const { api } = await startPortal({ target: folder.path });
    await sync(api);
    expect(await get(api, links('credit-risk'))).toEqual({
      items: [
        {
          ref: churn,
          title: 'churn',
          source: 'examples',
          versions: [
            {
              version: '1',
              otherVersion: '1',
              digest: exampleDigest('1'),
              digestKind: 'content',
            },
          ],
        },
      ],
    });
    expect(await get(api, links('demand'))).toEqual({ items: [] });
  });

  it('takes a statement of an administrator, and back', async () => {
    const { api } = await startPortal({ target: folder.path });
    await sync(api);
    const body = { ref: 'Model:default/Demand', comment: 'Trained together' };
    const stated = await api.post(`${base}${links('credit-risk')}`).send(body);
    expect([stated.status, stated.body]).toEqual([
      201,
      {
        ref: 'model:default/demand',
        title: 'demand',
        source: 'examples',
        versions: [],
        statement: {
          by: 'user:default/mock',
          at: expect.any(String),
          comment: 'Trained together',
        },
      },
    ]);
    expect((await get(api, links('demand'))).items).toMatchObject([
      { ref: credit, statement: { comment: 'Trained together' } },
    ]);
    const path = `${base}${links('demand')}/default/credit-risk`;
    expect((await api.delete(path)).status).toBe(204);
    expect(await get(api, links('demand'))).toEqual({ items: [] });
    const again = await api.delete(path);
    expect(again.status).toBe(404);
    expect(again.body.error.message).toContain('Nobody states');
  });

  it.each([
    [{ ref: 'component:default/churn' }, '/ref'],
    [{ ref: 'a b' }, '/ref'],
    [{}, '/ref'],
    [{ ref: churn, comment: 1 }, '/comment'],
    [{ ref: churn, by: 'user:default/else' }, '/by'],
  ])('refuses %j, naming the field', async (body, path) => {
    const { api } = await startPortal({ target: folder.path });
    await sync(api);
    const refused = await api.post(`${base}${links('credit-risk')}`).send(body);
    expect(refused.status).toBe(400);
    expect(refused.body.error.fields).toMatchObject([{ path }]);
  });

  it('refuses who may not administer, and tells nobody what he may not read', async () => {
    const refused = new Set<string | undefined>();
    const { api } = await startPortal({
      target: folder.path,
      decide: (_permission, resourceRef) =>
        refused.has(resourceRef) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
    });
    await sync(api);
    refused.add('examples').add('model:default/demand');
    const again = await api.post(`${base}/sources/examples/sync`);
    expect([again.status, again.body.error.message]).toEqual([
      403,
      'You may not sync source "examples"; ask for the permission model-catalog.source.administer for examples',
    ]);
    const post = (ref: string) =>
      api.post(`${base}${links('credit-risk')}`).send({ ref });
    expect((await post(churn)).status).toBe(403);
    expect((await post('model:default/demand')).status).toBe(404);
    const remove = (name: string) =>
      api.delete(`${base}${links('credit-risk')}/default/${name}`);
    expect((await remove('churn')).status).toBe(403);
    expect((await remove('demand')).status).toBe(404);
  });

  it('keeps links, findings and counts of sources to what may be read', async () => {
    const { api } = await startPortal({
      target: folder.path,
      condition: modelCatalogConditions.hasTier({ tiers: ['limited'] }),
    });
    await sync(api);
    folder.setContent({
      'credit-risk/model.yaml': exampleManifest('credit-risk', {
        versions: [exampleVersion('1')],
      }),
      'churn/model.yaml': exampleManifest('churn', {
        spec: { riskTier: 'limited' },
        versions: [exampleVersion('1', { params: { max_depth: '7' } })],
      }),
    });
    await sync(api);
    expect(await get(api, links('churn'))).toEqual({ items: [] });
    expect(await get(api, '/removals')).toEqual({ items: [], totalItems: 0 });
    expect(await get(api, '/conflicts?source=examples')).toMatchObject({
      items: [{ ref: churn, version: '1', fields: ['params'] }],
      totalItems: 1,
    });
    expect(await get(api, '/collisions')).toEqual({ items: [], totalItems: 0 });
    const { items } = await get(api, '/sources');
    expect(items).toMatchObject([
      {
        id: 'examples',
        isRunning: false,
        counts: { models: 1, versions: 1, tombstones: 0, conflicts: 1 },
      },
    ]);
    expect(items[0]).not.toHaveProperty('problems');
  });

  it('keeps what runs say to who may read every model', async () => {
    const { api } = await startPortal({
      target: folder.path,
      condition: modelCatalogConditions.hasTier({ tiers: ['limited'] }),
    });
    const run = await sync(api);
    const [source] = (await get(api, '/sources')).items;
    expect(source.state).toBe('stale');
    for (const { message, keys } of [
      { message: run.error, keys: Object.keys(run) },
      { message: source.lastError.message, keys: Object.keys(source) },
    ]) {
      expect(message).toContain('who may read every model sees what');
      for (const key of ['problems', 'heldRemovals', 'lastRun', 'written'])
        expect(keys).not.toContain(key);
    }
  });

  it('lists what vanished with its source’s problems, for who may read all', async () => {
    const { api } = await startPortal({ target: folder.path });
    await sync(api);
    const [{ problems, counts }] = (await get(api, '/sources')).items;
    expect(problems[0]).toMatchObject({ file: 'broken/model.yaml' });
    expect(counts).toMatchObject({ models: 3, versions: 3 });
    folder.setContent({
      'credit-risk/model.yaml': exampleManifest('credit-risk', {
        versions: [exampleVersion('1')],
      }),
      'churn/model.yaml': exampleManifest('churn', {
        versions: [exampleVersion('1')],
      }),
    });
    await sync(api);
    const page = await get(api, '/removals?limit=1');
    expect(page).toMatchObject({
      totalItems: 2,
      nextCursor: expect.any(String),
    });
    const rest = await get(api, `/removals?limit=1&cursor=${page.nextCursor}`);
    expect([...page.items, ...rest.items]).toEqual([
      {
        ref: 'model:default/demand',
        title: 'demand',
        source: 'examples',
        at: expect.any(String),
        reason: 'The source no longer lists it',
      },
      {
        ref: credit,
        title: 'credit-risk',
        version: '2',
        source: 'examples',
        at: expect.any(String),
        reason: 'The source no longer lists it',
      },
    ]);
  });
});
