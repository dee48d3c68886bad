import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  send,
  serviceInput,
  startDelivery,
} from './__testUtils__/startDelivery';
import { gitLogin, startGitServer } from './__testUtils__/startGitServer';

jest.setTimeout(60_000);

describe('repositories on a server of others', () => {
  const directory = createMockDirectory();
  let server: Awaited<ReturnType<typeof startGitServer>>;
  let portal: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    server = await startGitServer(directory.path);
    portal = await startDelivery({
      git: { remotes: [{ baseUrl: server.baseUrl, ...gitLogin }] },
    });
  });
  afterAll(() => server.stop());

  const post = (path: string, body: unknown, as?: string) =>
    send(portal.origin, 'POST', path, { body, as });
  const get = (path: string) => send(portal.origin, 'GET', path);
  const inputOf = (name: string, url: string) => ({
    ...serviceInput(name),
    repository: { name: `${name}-gitops`, url },
  });

  it('take a service, and a second release, and nothing twice', async () => {
    const url = server.make('scoring');
    const input = inputOf('scoring', url);
    const preview = await post('/plans', input);
    expect(preview.status).toBe(200);
    const appSet = preview.body.files.find(
      (f: { path: string }) => f.path === 'argocd/applicationset.yaml',
    );
    expect(appSet.content).toContain(`repoURL: ${url}`);
    expect(server.git('scoring', 'for-each-ref')).toBe('');

    const first = await post('/services', input);
    expect(first).toMatchObject({
      status: 201,
      body: {
        cloneUrl: url,
        repositoryUrl: url.replace(/\.git$/, ''),
        created: true,
      },
    });
    expect(server.git('scoring', 'rev-parse', 'main')).toBe(first.body.commit);

    const again = await post('/services', input);
    expect(again).toMatchObject({
      status: 200,
      body: { changed: false, commit: first.body.commit },
    });
    const second = await post('/services', {
      ...input,
      model: { ...input.model, version: '8' },
    });
    expect(second.body).toMatchObject({ changed: true });
    expect(server.git('scoring', 'rev-list', '--count', 'main')).toBe('2');
    const { body } = await get('/services/scoring');
    expect(body.environments[0].declared).toMatchObject({
      version: '8',
      commit: second.body.commit,
      by: 'user:default/data-scientist',
    });
    const files = await get('/services/scoring/files');
    expect(files.body.totalItems).toBeGreaterThan(20);
  });

  it('let what somebody else has pushed come first', async () => {
    const url = server.make('moved');
    const input = inputOf('moved', url);
    const first = await post('/services', input);
    // Somebody else adds a commit; the index follows with the next release.
    const tree = server.git('moved', 'rev-parse', 'main^{tree}');
    const other = server.git(
      'moved',
      '-c',
      'user.name=other',
      '-c',
      'user.email=other@example.com',
      'commit-tree',
      tree,
      '-p',
      first.body.commit,
      '-m',
      'theirs',
    );
    server.git('moved', 'update-ref', 'refs/heads/main', other);
    const next = {
      ...input,
      model: { ...input.model, version: '8' },
    };
    const answers = [await post('/services', next)];
    if (answers[0].status === 409) answers.push(await post('/services', next));
    expect(answers.at(-1)?.body).toMatchObject({ changed: true });
    expect(server.git('moved', 'rev-list', 'main')).toContain(other);
    expect(server.git('moved', 'rev-list', '--count', 'main')).toBe('3');
  });

  it('refuse a repository that belongs to something else', async () => {
    const url = server.make('theirs');
    const commit = server.put('theirs', { 'main.py': 'print(1)\n' });
    const answer = await post('/services', inputOf('taken', url));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('catalog-info.yaml');
    expect(server.git('theirs', 'rev-parse', 'main')).toBe(commit);
  });

  it('take over a repository that has only what a server puts there', async () => {
    const url = server.make('fresh');
    server.put('fresh', { 'README.md': '# fresh\n' });
    const { status, body } = await post('/services', inputOf('fresh', url));
    expect({ status, body }).toMatchObject({ status: 201 });
    expect(server.git('fresh', 'rev-list', '--count', 'main')).toBe('2');
  });

  it.each([
    [
      'a server that nobody configured',
      () => 'https://git.elsewhere.example/x.git',
      400,
    ],
    ['an address with a login', () => 'https://a:b@github.com/x/y', 400],
    ['an address that leads up', () => `${server.baseUrl}/../x.git`, 400],
  ])('refuse %s', async (_, url, status) => {
    const answer = await post('/plans', inputOf('refused', url()));
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).not.toContain(gitLogin.password);
  });

  it('are not asked for who may not deliver', async () => {
    const url = server.make('closed');
    const before = server.asked.length;
    const answer = await post(
      '/plans',
      inputOf('closed', url),
      'data-scientist-2',
    );
    expect(answer.status).toBe(403);
    expect(server.asked).toHaveLength(before);
  });

  it('get into the index by a release, not by a look', async () => {
    const url = server.make('looked-at');
    const input = inputOf('looked-at', url);
    await post('/services', input);
    const other = await startDelivery({
      git: { remotes: [{ baseUrl: server.baseUrl, ...gitLogin }] },
    });
    const names = async () => {
      const { body } = await send(other.origin, 'GET', '/services');
      return body.items.map((item: { name: string }) => item.name);
    };
    const look = await send(other.origin, 'POST', '/plans', { body: input });
    expect(look.body.changes).toEqual([]);
    expect(await names()).toEqual([]);
    const squatted = await send(other.origin, 'POST', '/plans', {
      body: { ...input, name: 'another' },
    });
    expect(squatted.status).toBe(409);
    await send(other.origin, 'POST', '/services', { body: input });
    expect(await names()).toEqual(['looked-at']);
  });

  it('leave nothing behind that could not be read', async () => {
    const mirrors = join(portal.directory.path, '.mirrors');
    const before = await readdir(mirrors);
    const url = `${server.baseUrl}/never.git`;
    expect((await post('/plans', inputOf('never', url))).status).toBe(400);
    expect(await readdir(mirrors)).toEqual(before);
  });

  it('have to be there where Backstage can make none', async () => {
    const input = inputOf('later', `${server.baseUrl}/later.git`);
    const plan = await post('/plans', input);
    expect(plan.status).toBe(400);
    expect(JSON.stringify(plan.body)).toContain("Backstage can't make it");
    const early = await post('/services', input);
    expect(early.status).toBe(404);
    expect(JSON.stringify([plan, early])).not.toContain(gitLogin.password);
    server.make('later');
    expect((await post('/services', input)).status).toBe(201);
    expect((await post('/plans', input)).body.findings).toEqual([]);
  });

  it('are indexed again as they are there', async () => {
    const url = server.make('indexed');
    await post('/services', inputOf('indexed', url));
    const { status, body: result } = await send(
      portal.origin,
      'POST',
      '/reindex',
      { as: 'platform-engineer', body: {} },
    );
    expect(status).toBe(200);
    expect(result.problems).toEqual([]);
    const { body } = await get('/services/indexed');
    expect(body).toMatchObject({ cloneUrl: url });
  });
});
