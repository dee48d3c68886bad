import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { modelCatalogSourceAdministerPermission } from '@modelyard/plugin-model-catalog-common';
import { LogRecorder } from './__testUtils__/logRecorder';
import {
  createManifestFolder,
  exampleManifest,
  exampleVersion,
} from './__testUtils__/manifestFolder';
import { get, startPortal, sync } from './__testUtils__/portal';
import { until } from './__testUtils__/until';

jest.setTimeout(60_000);

const base = '/api/model-catalog';
const admin = 'user:default/platform-engineer';
const guest = 'user:default/data-scientist';
const refs = ['model:default/churn', 'model:default/demand'];
const folder = createManifestFolder();

/** What stands in the audit log of one request, from its beginning to its end. */
function audited(
  request: { eventId: string; actor: string; meta: object },
  ended: { meta?: object; error?: unknown },
) {
  const { eventId, actor, meta } = request;
  const entry = {
    plugin: 'model-catalog',
    eventId,
    severityLevel: 'medium',
    actor: expect.objectContaining({ actorId: actor }),
    request: { url: expect.any(String), method: expect.any(String) },
  };
  const last = { ...meta, ...ended.meta };
  const status = ended.error ? 'failed' : 'succeeded';
  return [
    [
      expect.objectContaining({ ...entry, status: 'initiated', meta }),
      undefined,
    ],
    [expect.objectContaining({ ...entry, status, meta: last }), ended.error],
  ];
}

describe('the audit log of the model catalog', () => {
  const log = new LogRecorder();
  let api: Awaited<ReturnType<typeof startPortal>>['api'];

  /** What was audited since the last look. */
  const take = () =>
    log.lines
      .splice(0)
      .filter(({ fields }) => fields.isAuditEvent)
      .map(({ fields, error }) => [fields, error]);
  const as = (user: string) => mockCredentials.user.header(user);
  const writeModels = (params: object) =>
    folder.setContent({
      'a/model.yaml': exampleManifest('churn', {
        versions: [exampleVersion('1', params)],
      }),
      'b/model.yaml': exampleManifest('demand'),
    });

  beforeAll(async () => {
    writeModels({});
    const portal = await startPortal({
      target: folder.path,
      features: [log.factory],
      decide: (permission, _resourceRef, user) =>
        permission === modelCatalogSourceAdministerPermission.name &&
        user === guest
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    api = portal.api;
    await sync(api);
    take();
  });

  it.each([
    ['a sync by hand', {}, false],
    ['consent to removals that were held back', { acceptRemovals: true }, true],
  ])('tells of %s, with its run', async (_what, body, acceptRemovals) => {
    const answer = await api
      .post(`${base}/sources/examples/sync`)
      .set('Authorization', as(admin))
      .send(body);
    const meta = { sourceId: 'examples', acceptRemovals };
    expect(answer.status).toBe(202);
    expect(take()).toEqual(
      audited(
        { eventId: 'source-sync', actor: admin, meta },
        { meta: { runId: answer.body.runId } },
      ),
    );
    const run = `/sources/examples/runs/${answer.body.runId}`;
    await until(async () => (await get(api, run)).state !== 'running');
  });

  it.each([
    ['who may not', guest, 'examples', 403, /^NotAllowedError: .*sync source/],
    ['a source that is not there', admin, 'none', 404, /^NotFoundError: /],
  ])('tells of %s, with the reason', async (...row) => {
    const [_what, actor, sourceId, status, error] = row;
    const answer = await api
      .post(`${base}/sources/${sourceId}/sync`)
      .set('Authorization', as(actor))
      .send({ acceptRemovals: true });
    const meta = { sourceId, acceptRemovals: true };
    expect(answer.status).toBe(status);
    expect(take()).toEqual(
      audited(
        { eventId: 'source-sync', actor, meta },
        { error: expect.stringMatching(error) },
      ),
    );
  });

  it('tells of links that are stated and withdrawn, and of who may not', async () => {
    const path = `${base}/models/default/churn/links`;
    const one = `${path}/default/demand`;
    const state = async (user: string, ref = refs[1]) =>
      (await api.post(path).set('Authorization', as(user)).send({ ref }))
        .status;
    const withdraw = async (user: string) =>
      (await api.delete(one).set('Authorization', as(user))).status;
    const event = (eventId: string, actor: string, of = refs) => ({
      eventId,
      actor,
      meta: { refs: of },
    });
    const error = (name: string) => ({
      error: expect.stringMatching(new RegExp(`^${name}: `)),
    });

    expect(await state(guest)).toBe(403);
    expect(take()).toEqual(
      audited(event('link-state', guest), error('NotAllowedError')),
    );
    expect(await state(admin)).toBe(201);
    expect(take()).toEqual(audited(event('link-state', admin), {}));
    expect(await withdraw(guest)).toBe(403);
    expect(take()).toEqual(
      audited(event('link-withdraw', guest), error('NotAllowedError')),
    );
    expect(await withdraw(admin)).toBe(204);
    expect(take()).toEqual(audited(event('link-withdraw', admin), {}));
    expect(await withdraw(admin)).toBe(404);
    expect(take()).toEqual(
      audited(event('link-withdraw', admin), error('NotFoundError')),
    );
    expect(await state(admin, refs[0])).toBe(400);
    expect(take()).toEqual(
      audited(event('link-state', admin, [refs[0], refs[0]]), {
        ...error('InputError'),
      }),
    );
    const absent = 'model:default/absent';
    expect(await state(admin, absent)).toBe(404);
    expect(take()).toEqual(
      audited(event('link-state', admin, [refs[0], absent]), {
        ...error('NotFoundError'),
      }),
    );
  });

  it('tells of what contradicts the store, as the catalog itself', async () => {
    writeModels({ params: { max_depth: '7' } });
    await sync(api);
    const [, last] = take()
      .map(([fields]) => fields)
      .filter(fields => JSON.stringify(fields).includes('version-conflict'));
    expect(last).toMatchObject({
      eventId: 'version-conflict',
      severityLevel: 'high',
      status: 'succeeded',
      actor: { actorId: 'plugin:model-catalog' },
      meta: {
        sourceId: 'examples',
        ref: refs[0],
        version: '1',
        fields: ['params'],
      },
    });
  });

  it('tells of nothing that only reads', async () => {
    for (const path of ['/models', '/sources', '/models/default/churn/links'])
      expect((await api.get(`${base}${path}`)).status).toBe(200);
    expect(take()).toEqual([]);
  });
});
