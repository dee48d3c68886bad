import { setTimeout } from 'node:timers/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  send,
  serviceInput,
  startDelivery,
} from './__testUtils__/startDelivery';
import { gitLogin, startGitServer } from './__testUtils__/startGitServer';

jest.setTimeout(60_000);

describe('folders of repositories on a server of others', () => {
  const directory = createMockDirectory();
  let server: Awaited<ReturnType<typeof startGitServer>>;
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    server = await startGitServer(directory.path);
    portal = await startDelivery({
      git: { remotes: [{ baseUrl: server.baseUrl, ...gitLogin }] },
      integrations: {
        gitlab: [
          {
            host: new URL(server.baseUrl).host,
            apiBaseUrl: `${server.baseUrl}/api`,
            token: 'not-a-secret',
          },
        ],
      },
    });
  });
  afterAll(() => server.stop());

  const post = (path: string, body?: unknown, as?: string) =>
    send(portal.origin, 'POST', path, { body, as });
  const get = (path: string) => send(portal.origin, 'GET', path);
  const reindex = () => post('/reindex', {}, 'platform-engineer');
  const inputOf = (name: string, url: string, change?: string) => ({
    ...serviceInput(name),
    repository: {
      name: `${name}-gitops`,
      url,
      path: `services/${name}`,
      ...(change && { change }),
    },
  });
  const filesOf = (repository: string) =>
    server.git(repository, 'ls-tree', '-r', '--name-only', 'main').split('\n');

  function monorepo(name: string): string {
    const url = server.make(name);
    server.put(name, {
      CODEOWNERS: '* @platform\n',
      'services/README.md': '# Services\n',
    });
    return url;
  }

  it('take several services and leave the rest alone', async () => {
    const url = monorepo('both');
    const first = await post('/services', inputOf('left', url));
    expect(first).toMatchObject({
      status: 201,
      body: { cloneUrl: url, created: true, changed: true },
    });
    const second = await post('/services', inputOf('right', url));
    expect(second).toMatchObject({ status: 201, body: { changed: true } });
    const paths = filesOf('both');
    expect(paths).toEqual(
      expect.arrayContaining([
        'CODEOWNERS',
        'services/README.md',
        'services/left/catalog-info.yaml',
        'services/right/overlays/dev/kustomization.yaml',
      ]),
    );
    expect(paths.filter(path => !path.startsWith('services/'))).toEqual([
      'CODEOWNERS',
    ]);
    const { body: files } = await get('/services/left/files');
    expect(files.items.map((f: { path: string }) => f.path)).toContain(
      'catalog-info.yaml',
    );
    const { body: commits } = await get('/services/left/commits');
    expect(commits.items).toHaveLength(1);
    expect((await reindex()).body.problems).toEqual([]);
    const { body } = await get('/services/left');
    expect(body.environments[0].declared.commit).toBe(first.body.commit);
  });

  it('have a second release that removes what is no longer planned', async () => {
    const url = monorepo('again');
    const input = { ...inputOf('scoring', url), controller: 'flux' };
    await post('/services', input);
    expect(filesOf('again')).toContain('services/scoring/flux/source.yaml');
    const next = { ...input, controller: 'argocd' };
    const { body: preview } = await post('/plans', next);
    expect(preview.changes).toContainEqual({
      path: 'flux/source.yaml',
      change: 'removed',
    });
    await post('/services', next);
    expect(filesOf('again')).not.toContain('services/scoring/flux/source.yaml');
    expect(filesOf('again')).toContain('CODEOWNERS');
  });

  it('are refused when they belong to something else', async () => {
    const url = monorepo('occupied');
    server.put('occupied', { 'services/taken/main.py': 'print(1)\n' });
    const answer = await post('/services', inputOf('taken', url));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('catalog-info.yaml');
    await post('/services', inputOf('here', url));
    const other = inputOf('other', url);
    const squatted = await post('/services', {
      ...other,
      repository: { ...other.repository, path: 'services/here' },
    });
    expect(squatted.status).toBe(409);
  });

  it('are not made where there is no repository', async () => {
    const { status, body } = await post(
      '/plans',
      inputOf('nowhere', `${server.baseUrl}/nowhere.git`),
    );
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('/repository/url');
  });

  it('get a service by a pull request once somebody has merged it', async () => {
    const url = monorepo('reviewed');
    const input = inputOf('reviewed', url, 'pull-request');
    const { body: preview } = await post('/plans?mode=write', input);
    const head = server.git('reviewed', 'rev-parse', 'main');
    const asked = await post('/services', input);
    expect(asked).toMatchObject({
      status: 201,
      body: { changed: false, awaitsMerge: true, commit: head },
    });
    expect((await post('/services', input)).body).toEqual(asked.body);
    expect(server.git('reviewed', 'rev-parse', 'main')).toBe(head);
    expect((await get('/services/reviewed')).status).toBe(404);
    expect((await reindex()).body.problems).toEqual([]);
    // Before anything is opened or made there.
    const rival = inputOf('reviewed', monorepo('rival'), 'pull-request');
    expect((await post('/plans', rival)).status).toBe(409);

    const merged = preview.files.map(
      ({ path, content }: { path: string; content: string }) => [
        `services/reviewed/${path}`,
        content,
      ],
    );
    server.put('reviewed', Object.fromEntries(merged));
    // What was fetched so lately is not fetched again.
    await setTimeout(5_100);
    expect((await reindex()).body.problems).toEqual([]);
    const { body } = await get('/services/reviewed');
    expect(body).toMatchObject({
      cloneUrl: url,
      environments: ['dev', 'prod', 'staging'].map(environment => ({
        name: environment,
        declared: { version: '7' },
      })),
    });
    expect((await post('/plans?mode=write', input)).body.changes).toEqual([]);
    const again = await post('/services', input);
    expect(again).toMatchObject({ status: 200, body: { changed: false } });
    expect(again.body).not.toHaveProperty('awaitsMerge');
  });

  it('are unlike whole repositories, which are planned before they are made', async () => {
    const { path: _, ...repository } = inputOf(
      'later',
      `${server.baseUrl}/later.git`,
    ).repository;
    const input = { ...serviceInput('later'), repository };
    const preview = await post('/plans', input);
    expect(preview.status).toBe(200);
    expect(preview.body.findings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        field: '/repository/url',
        message: expect.stringContaining("can't be read"),
      }),
    ]);
    expect((await post('/services', input)).status).toBe(404);
    server.make('later');
    expect((await post('/services', input)).status).toBe(201);
    const elsewhere = { ...repository, url: `${server.baseUrl}/other.git` };
    const moved = await post('/plans', { ...input, repository: elsewhere });
    expect(moved.status).toBe(409);
  });

  it('have no pull request where there is no main branch', async () => {
    const url = server.make('bare');
    const { status, body } = await post(
      '/plans',
      inputOf('bare', url, 'pull-request'),
    );
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('no main branch');
  });

  it('have no pull request on a server that Backstage can ask for none', async () => {
    const other = await startDelivery({
      git: { remotes: [{ baseUrl: server.baseUrl, ...gitLogin }] },
    });
    const url = monorepo('plain');
    const answer = await send(other.origin, 'POST', '/plans', {
      body: inputOf('plain', url, 'pull-request'),
    });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('/repository/change');
  });
});
