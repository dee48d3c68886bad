import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { runGit as git } from './__testUtils__/runGit';
import {
  send,
  serviceInput,
  startDelivery,
  tokenOf,
} from './__testUtils__/startDelivery';

/** Asks until the answer is the expected one; the test's time-out ends it. */
async function becomes<T>(ask: () => Promise<T>, expected: T) {
  let answer = await ask();
  while (answer !== expected) answer = await ask();
  expect(answer).toBe(expected);
}

jest.setTimeout(30_000);

describe('git over HTTP', () => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;
  let folder: string;

  beforeAll(async () => {
    portal = await startDelivery({ git: { maxPushMegabytes: 1 } });
    const { status } = await send(portal.origin, 'POST', '/services', {
      body: serviceInput(),
    });
    expect(status).toBe(201);
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clone-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const url = (token: string, repository = 'credit-risk-api-gitops') =>
    `${portal.origin.replace('://', `://x:${encodeURIComponent(token)}@`)}/api/model-delivery/git/${repository}.git`;
  const clone = (token: string, repository?: string) =>
    git(['clone', '--quiet', url(token, repository), 'r'], folder);
  const head = async () => {
    const { body } = await send(
      portal.origin,
      'GET',
      '/services/credit-risk-api',
    );
    return body.commit;
  };
  const commit = async (file: string, content: string | Buffer) => {
    await writeFile(join(folder, 'r', file), content);
    await git(['add', '.'], join(folder, 'r'));
    await git(['commit', '--quiet', '--message', 'change'], join(folder, 'r'));
    return (await git(['rev-parse', 'HEAD'], join(folder, 'r'))).said.trim();
  };
  const push = (...options: string[]) =>
    git(['push', ...options, 'origin', 'HEAD:main'], join(folder, 'r'));

  it('clones with a portal token as the password', async () => {
    expect(await clone(tokenOf('data-scientist'))).toEqual({
      ok: true,
      said: '',
    });
    const entity = await readFile(join(folder, 'r/catalog-info.yaml'), 'utf8');
    expect(entity).toContain('credit-risk-api');
  });

  it.each([
    ['a wrong token', 'nonsense'],
    ['an expired token', mockCredentials.user.invalidToken()],
  ])('asks for credentials again on %s', async (_title, token) => {
    expect((await clone(token)).ok).toBe(false);
    const password = Buffer.from(`x:${token}`).toString('base64');
    const response = await fetch(
      `${portal.origin}/api/model-delivery/git/credit-risk-api-gitops.git/info/refs?service=git-upload-pack`,
      { headers: { authorization: `Basic ${password}` } },
    );
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect(await response.text()).toMatch(/expired/);
  });

  it('takes the push of an owner and reads what it declares', async () => {
    await clone(tokenOf('data-scientist'));
    const before = await head();
    const pushed = await commit('NOTES.md', 'by hand\n');
    expect((await push()).ok).toBe(true);
    expect(pushed).not.toBe(before);
    await becomes(head, pushed);
    const { body } = await send(portal.origin, 'POST', '/services', {
      body: serviceInput(),
    });
    expect(body).toMatchObject({ changed: false, commit: pushed });
  });

  it('refuses the push of somebody else, and changes nothing', async () => {
    expect((await clone(tokenOf('data-scientist-2'))).ok).toBe(true);
    const before = await head();
    await commit('NOTES.md', 'not mine\n');
    const outcome = await push();
    expect(outcome.ok).toBe(false);
    expect(outcome.said).toMatch(/403|may not deliver/);
    expect(await head()).toBe(before);
  });

  it('refuses to rewrite or delete history', async () => {
    await clone(tokenOf('data-scientist'));
    const before = await head();
    await git(
      ['commit', '--quiet', '--amend', '--message', 'rewritten'],
      join(folder, 'r'),
    );
    expect((await push('--force')).ok).toBe(false);
    expect((await git(['push', 'origin', ':main'], join(folder, 'r'))).ok).toBe(
      false,
    );
    expect(await head()).toBe(before);
  });

  it('refuses a push above the limit, and changes nothing', async () => {
    await clone(tokenOf('data-scientist'));
    const before = await head();
    await commit('large.bin', randomBytes(3 * 1024 * 1024));
    expect((await push()).ok).toBe(false);
    expect(await head()).toBe(before);
  });

  it.each([
    '/git/none.git/info/refs?service=git-upload-pack',
    '/git/..%2fx.git/info/refs?service=git-upload-pack',
    '/git/credit-risk-api-gitops.git/config',
    '/git/credit-risk-api-gitops.git/HEAD',
    '/git/credit-risk-api-gitops.git/info/refs',
    '/git/credit-risk-api-gitops.git/info/refs?service=git-upload-archive',
  ])('finds nothing at %s', async path => {
    const token = tokenOf('data-scientist');
    const password = Buffer.from(`x:${token}`).toString('base64');
    const response = await fetch(`${portal.origin}/api/model-delivery${path}`, {
      headers: { authorization: `Basic ${password}` },
    });
    expect(response.status).toBe(404);
    expect(await response.text()).not.toBe('');
  });

  it('runs no hook that lies in a repository', async () => {
    const mark = join(folder, 'ran');
    const hook = join(
      portal.directory.path,
      'credit-risk-api-gitops.git/hooks/pre-receive',
    );
    await mkdir(dirname(hook), { recursive: true });
    await writeFile(hook, `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    await clone(tokenOf('data-scientist'));
    await commit('MORE.md', 'more\n');
    expect((await push()).ok).toBe(true);
    await expect(readFile(mark)).rejects.toThrow(/ENOENT/);
  });
});
