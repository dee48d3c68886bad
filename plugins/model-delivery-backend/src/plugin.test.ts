import {
  send,
  serviceInput,
  startDelivery,
} from './__testUtils__/startDelivery';

describe('modelDeliveryPlugin', () => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    portal = await startDelivery();
  });
  afterEach(() => portal.gates.set({}));

  const get = (path: string, as?: string) =>
    send(portal.origin, 'GET', path, { as });
  const post = (path: string, body: unknown, as?: string) =>
    send(portal.origin, 'POST', path, { body, as });
  const serviceNames = async () => {
    const { body } = await get('/services');
    return body.items.map((item: { name: string }) => item.name);
  };

  it('plans the same twice, and writes nothing', async () => {
    const before = await serviceNames();
    const first = await post('/plans', serviceInput('planned'));
    const second = await post('/plans', serviceInput('planned'));
    expect(first.status).toBe(200);
    expect(second).toEqual(first);
    expect(first.body.environments).toEqual(['dev', 'staging', 'prod']);
    expect(await serviceNames()).toEqual(before);
  });

  it('plans what would be written, for those who may write it', async () => {
    await portal.gates.set({ prod: ['fair.spd'] });
    const input = serviceInput('to-be-written');
    const preview = await post('/plans', input);
    expect(preview.body.environments).toEqual(['dev', 'staging', 'prod']);
    const plan = await post('/plans?mode=write', input);
    expect(plan.body.environments).toEqual(['dev', 'staging']);
    const other = await post('/plans?mode=write', input, 'data-scientist-2');
    expect(other.status).toBe(403);
    expect((await post('/plans?mode=all', input)).status).toBe(400);
    await post('/services', input);
    expect((await post('/plans?mode=write', input)).body.changes).toEqual([]);
  });

  it('hears of a gate that closes, and never writes on what it heard before', async () => {
    const input = serviceInput('heard-of');
    const planned = async () => {
      const { body } = await post('/plans?mode=write', input);
      return body.environments;
    };
    expect(await planned()).toEqual(['dev', 'staging', 'prod']);
    await portal.gates.set({ prod: ['fair.spd'] });
    expect(await planned()).toEqual(['dev', 'staging']);
    const told = async () => {
      const { body } = await post('/plans', input);
      return body.findings.filter((f: { check?: string }) => f.check).length;
    };
    expect(await told()).toBe(1);
    portal.gates.setUnheard({ staging: ['fair.spd'], prod: ['fair.spd'] });
    expect(await told()).toBe(1);
    expect(await planned()).toEqual(['dev']);
    portal.gates.setUnheard({
      staging: ['prov.signature'],
      prod: ['fair.spd'],
    });
    const { body } = await post('/services', input);
    expect(body.environments).toEqual(['dev']);
    expect(await planned()).toEqual(['dev']);
  });

  it('tells what a plan would change', async () => {
    const input = serviceInput('changing');
    const fresh = await post('/plans', input);
    expect(fresh.body.changes).toEqual(
      fresh.body.files.map(({ path }: { path: string }) => ({
        path,
        change: 'added',
      })),
    );
    await post('/services', input);
    expect((await post('/plans', input)).body.changes).toEqual([]);
    const flux = await post('/plans', {
      ...input,
      costCenter: 'cc-43',
      controller: 'flux',
    });
    const marks = (change: string) =>
      flux.body.changes
        .filter((c: { change: string }) => c.change === change)
        .map((c: { path: string }) => c.path);
    expect(marks('added')).toContain('flux/source.yaml');
    expect(marks('removed')).toContain('argocd/appproject.yaml');
    expect(marks('changed')).toContain(
      'overlays/dev/inferenceservice.patch.yaml',
    );
    expect(marks('changed')).not.toContain('base/networkpolicy.yaml');
  });

  it('writes a service, and nothing more when asked again', async () => {
    const first = await post('/services', serviceInput('written'));
    expect(first).toMatchObject({
      status: 201,
      body: {
        created: true,
        changed: true,
        entityRef: 'component:default/written',
        repositoryUrl: 'http://portal.example.com/services/written',
        cloneUrl: `${portal.origin}/api/model-delivery/git/written-gitops.git`,
        environments: ['dev', 'staging', 'prod'],
      },
    });
    const second = await post('/services', serviceInput('written'));
    expect(second).toMatchObject({
      status: 200,
      body: { created: false, changed: false, commit: first.body.commit },
    });
    const { body } = await get('/services/written/commits?limit=10');
    expect(body.items).toMatchObject([
      { commit: first.body.commit, by: 'user:default/data-scientist' },
    ]);
  });

  it('tells what is declared in every environment', async () => {
    await post('/services', serviceInput('declared'));
    const { body } = await get('/services/declared');
    expect(body).toMatchObject({
      name: 'declared',
      owner: 'group:default/risk-ml',
      model: 'model:default/credit-risk',
      entityRef: 'component:default/declared',
    });
    expect(body.environments).toHaveLength(3);
    expect(
      body.environments.find((e: { name: string }) => e.name === 'prod'),
    ).toMatchObject({
      namespace: 'ml-prod',
      declared: {
        version: '7',
        by: 'user:default/data-scientist',
        commit: body.commit,
      },
      observed: { state: 'unknown' },
    });
  });

  it('shows the files of a repository, and no others', async () => {
    await post('/services', serviceInput('shown'));
    const { body } = await get('/services/shown/files');
    const paths = body.items.map((item: { path: string }) => item.path);
    expect(paths).toEqual(
      expect.arrayContaining(['README.md', 'catalog-info.yaml']),
    );
    const file = await get(
      '/services/shown/files/content?path=catalog-info.yaml',
    );
    expect(file.body.content).toContain('inference-service');
    for (const path of ['../HEAD', '/etc/passwd', 'catalog-info.yaml/x']) {
      const query = `path=${encodeURIComponent(path)}`;
      const answer = await get(`/services/shown/files/content?${query}`);
      expect(answer.status).toBe(404);
    }
  });

  it('leaves out a closed environment, and adds it when its gate opens', async () => {
    await portal.gates.set({ prod: ['hum.approval'] });
    const first = await post('/services', serviceInput('gated'));
    expect(first.body.environments).toEqual(['dev', 'staging']);
    expect(first.body.findings).toContainEqual(
      expect.objectContaining({
        severity: 'warning',
        field: '/environments/2',
        check: 'hum.approval',
      }),
    );
    await portal.gates.set({});
    const second = await post('/services', serviceInput('gated'));
    expect(second).toMatchObject({
      status: 200,
      body: { created: false, changed: true },
    });
    expect(second.body.environments).toEqual(['dev', 'staging', 'prod']);
  });

  it('keeps what runs when the gate is closed for a new version', async () => {
    await post('/services', serviceInput('kept'));
    await portal.gates.set({ prod: ['fair.spd'] });
    const input = serviceInput('kept');
    const next = { ...input, model: { ...input.model, version: '8' } };
    expect((await post('/services', next)).status).toBe(200);
    const { body } = await get('/services/kept');
    const versions = Object.fromEntries(
      body.environments.map(
        (e: { name: string; declared: { version: string } }) => [
          e.name,
          e.declared.version,
        ],
      ),
    );
    expect(versions).toEqual({ dev: '8', staging: '8', prod: '7' });
  });

  it('creates nothing when every gate is closed, and names the checks', async () => {
    await portal.gates.set({
      dev: ['prov.signature'],
      staging: ['prov.signature'],
      prod: ['fair.spd'],
    });
    const { status, body } = await post('/services', serviceInput('shut'));
    expect(status).toBe(409);
    expect(body.error.message).toMatch(/prov\.signature.*fair\.spd/);
    expect(await serviceNames()).not.toContain('shut');
  });

  it('pages the list by cursor', async () => {
    for (const name of ['page-a', 'page-b', 'page-c'])
      await post('/services', serviceInput(name));
    const first = await get('/services?q=page-&limit=2');
    expect(first.body).toMatchObject({ totalItems: 3 });
    expect(first.body.items).toHaveLength(2);
    const second = await get(
      `/services?q=page-&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([{ name: 'page-c' }]);
    expect(second.body.nextCursor).toBeUndefined();
  });

  it('finds the services of a model', async () => {
    await post('/services', serviceInput('of-model'));
    const mine = await get(
      '/services?model=model:default/credit-risk&q=of-model',
    );
    expect(mine.body).toMatchObject({ totalItems: 1 });
    const named = await get('/services?name=of-model&name=page-a&name=nobody');
    expect(named.body.items.map((item: { name: string }) => item.name)).toEqual(
      ['of-model', 'page-a'],
    );
    const none = await get('/services?model=model:default/other');
    expect(none.body).toEqual({ items: [], totalItems: 0 });
  });

  it('warns of a Component of the same name', async () => {
    const { status, body } = await post(
      '/plans',
      serviceInput('in-the-catalog'),
    );
    expect(status).toBe(200);
    expect(body.findings).toContainEqual(
      expect.objectContaining({ severity: 'warning', field: '/name' }),
    );
  });

  it('refuses to deliver for a group one is no member of', async () => {
    const input = serviceInput('foreign');
    const { status } = await post('/services', input, 'data-scientist-2');
    expect(status).toBe(403);
    expect(await serviceNames()).not.toContain('foreign');
  });

  it('keeps names and repositories apart', async () => {
    await post('/services', serviceInput('apart'));
    const elsewhere = {
      ...serviceInput('apart'),
      repository: { name: 'elsewhere' },
    };
    expect((await post('/services', elsewhere)).status).toBe(409);
    const intruder = {
      ...serviceInput('intruder'),
      repository: { name: 'apart-gitops' },
    };
    expect((await post('/services', intruder)).status).toBe(409);
    expect(await serviceNames()).not.toContain('intruder');
  });

  it('rebuilds its index for platform engineers only', async () => {
    const denied = await post('/reindex', {});
    expect(denied.status).toBe(403);
    const { status, body } = await post('/reindex', {}, 'platform-engineer');
    expect(status).toBe(200);
    expect(body.problems).toEqual([]);
  });
});
