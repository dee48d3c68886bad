import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { runGit } from './__testUtils__/runGit';
import {
  send,
  serviceInput,
  startDelivery,
  tokenOf,
} from './__testUtils__/startDelivery';
import { randomText, secretTexts } from './secrets/__fixtures__/madeUpSecrets';

const repository = 'credit-risk-api-gitops';
const token = `ghp_${randomText(36)}`;

jest.setTimeout(30_000);

describe('a push', () => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;
  let folder: string;
  const auditor = mockServices.auditor.mock();
  const record = { success: jest.fn(), fail: jest.fn() };

  beforeAll(async () => {
    auditor.createEvent.mockResolvedValue(record);
    portal = await startDelivery({ features: [auditor.factory] });
    await send(portal.origin, 'POST', '/services', { body: serviceInput() });
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'push-'));
    record.success.mockClear();
    record.fail.mockClear();
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const git = (...args: string[]) => runGit(args, join(folder, 'r'));
  async function clone(persona: string) {
    const password = encodeURIComponent(tokenOf(persona));
    const origin = portal.origin.replace('://', `://x:${password}@`);
    const url = `${origin}/api/model-delivery/git/${repository}.git`;
    expect(await runGit(['clone', '-q', url, 'r'], folder)).toMatchObject({
      ok: true,
    });
  }
  async function commit(files: Record<string, string | Buffer>) {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder, 'r', path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await git('add', '.');
    await git('commit', '-q', '-m', 'change');
  }
  const push = (ref = 'HEAD:main') => git('push', 'origin', ref);
  const stored = (...args: string[]) =>
    runGit(
      [`--git-dir=${portal.directory.path}/${repository}.git`, ...args],
      '/',
    );

  it.each(['a key in PEM', 'a GitHub token', 'a password in a URL'])(
    'is refused with file and line for %s',
    async title => {
      const secret = secretTexts[title];
      await clone('data-scientist');
      const before = await stored('rev-parse', 'main');
      await commit({ 'overlays/dev/x.yaml': `# first\n${secret}\n` });
      const { ok, said } = await push();
      expect(ok).toBe(false);
      expect(said).toMatch(/remote: +overlays\/dev\/x\.yaml:2 \([\w/-]+\)/);
      expect(said).toMatch(/remote: .*ExternalSecret/);
      for (const word of secret.split(/[\s"]+/))
        if (word.length > 24) expect(said).not.toContain(word);
      expect(await stored('rev-parse', 'main')).toEqual(before);
    },
  );

  it('is refused for a secret that a later commit took out again', async () => {
    await clone('data-scientist');
    await commit({ 'a.txt': 'one\n', 'k.txt': `one\ntwo\n${token}\n` });
    await git('rm', '-q', 'k.txt');
    await commit({ 'a.txt': 'two\n' });
    const { ok, said } = await push();
    expect(ok).toBe(false);
    expect(said).toContain('k.txt:3 (');
    expect(said).not.toContain(token);
    // Nothing of it stays behind, not even out of sight.
    const blob = (await git('rev-parse', 'HEAD~1:k.txt')).said.trim();
    expect((await stored('cat-file', '-e', blob)).ok).toBe(false);
  });

  it('is refused for a secret in a message, or on any branch', async () => {
    await clone('data-scientist');
    await git('commit', '-q', '--allow-empty', '-m', `use ${token}`);
    const { ok, said } = await push('HEAD:refs/heads/idea');
    expect(ok).toBe(false);
    expect(said).toMatch(/commit [0-9a-f]{12}:\d+ \(/);
    expect((await stored('rev-parse', '--verify', 'idea')).ok).toBe(false);
  });

  it('is not scanned for what was there before', async () => {
    await clone('data-scientist');
    const bare = `--git-dir=${portal.directory.path}/${repository}.git`;
    await commit({ 'old.txt': `${token}\n` });
    await runGit([bare, 'fetch', '-q', join(folder, 'r'), 'HEAD:main'], folder);
    await commit({ 'NEW.md': 'new\n' });
    expect((await push()).ok).toBe(true);
  });

  it('says which files are binary, and takes them', async () => {
    await clone('data-scientist');
    await commit({ 'logo.png': Buffer.from([137, 80, 0, 1, 2]) });
    const { ok, said } = await push();
    expect(ok).toBe(true);
    expect(said).toContain('logo.png is binary and was not scanned');
  });

  it('is refused for too many files, or one too large', async () => {
    await clone('data-scientist');
    await commit({ 'large.txt': 'word\n'.repeat(1_200_000) });
    expect((await push()).said).toMatch(/large\.txt has more than 5 MiB/);
    await git('reset', '-q', '--hard', 'origin/main');
    const many = Array.from({ length: 5_001 }, (_, n) => [`m/${n}`, `${n}`]);
    await commit(Object.fromEntries(many));
    expect((await push()).said).toMatch(/at most 5000 files/);
  });

  it('moves branches, no tags', async () => {
    await clone('data-scientist');
    await commit({ 'overlays/prod/x.yaml': 'a: 1\n' });
    expect((await push('HEAD:refs/heads/change-1')).ok).toBe(true);
    const tag = await push('HEAD:refs/tags/v1');
    expect(tag.ok).toBe(false);
    expect(tag.said).toMatch(/needs no tag/);
    const gone = await push(':refs/heads/change-1');
    expect(gone.ok).toBe(false);
    expect(gone.said).toMatch(/can't be deleted/);
  });

  it.each([
    ['dev', { 'overlays/dev/more.yaml': 'a: 1\n' }, undefined],
    ['notes', { 'NOTES.md': 'a\n' }, undefined],
    ['prod', { 'overlays/prod/more.yaml': 'a: 1\n' }, /in prod for group/],
    ['all', { 'base/more.yaml': 'a: 1\n' }, /in prod, staging for group/],
    ['all', { 'argocd/more.yaml': 'a: 1\n' }, /in prod, staging for group/],
  ])('may change %s by whom may (%#)', async (_title, files, refused) => {
    await clone('junior');
    await commit(files);
    const { ok, said } = await push();
    if (refused) expect(said).toMatch(refused);
    expect(ok).toBe(refused === undefined);
    expect(ok ? record.success : record.fail).toHaveBeenCalledTimes(1);
  });

  it('may not remove an environment that one may not change', async () => {
    await clone('junior');
    await git('rm', '-q', '-r', 'overlays/prod');
    await git('commit', '-q', '-m', 'gone');
    expect((await push()).said).toMatch(/in prod for group/);
  });

  it('may not hand the service to whom one may not deliver for', async () => {
    await clone('data-scientist');
    await commit({
      'catalog-info.yaml':
        'kind: Component\nspec:\n  owner: group:default/growth\n',
    });
    const { ok, said } = await push();
    expect(ok).toBe(false);
    expect(said).toMatch(/for group:default\/growth/);
  });

  it('is on record with what moved, or why nothing did', async () => {
    await clone('data-scientist');
    const before = (await git('rev-parse', 'HEAD')).said.trim();
    await commit({ 'RECORD.md': 'a\n' });
    const after = (await git('rev-parse', 'HEAD')).said.trim();
    await push();
    expect(auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'repository-push',
        meta: { repository, user: 'user:default/data-scientist' },
      }),
    );
    expect(record.success).toHaveBeenCalledWith({
      meta: {
        updates: [{ ref: 'refs/heads/main', before, after }],
        landed: ['refs/heads/main'],
      },
    });
    await git('commit', '-q', '--amend', '-m', 'rewritten');
    expect((await git('push', '--force', 'origin', 'HEAD:main')).ok).toBe(
      false,
    );
    expect(record.fail).toHaveBeenCalledWith(
      expect.objectContaining({
        error: expect.objectContaining({
          message: expect.stringContaining('history would change'),
        }),
      }),
    );
  });
});

describe('a form', () => {
  it('is refused with file and line for a secret, and writes nothing', async () => {
    const portal = await startDelivery();
    const body = { ...serviceInput(), description: `Ask with ${token}` };
    for (const path of ['/plans', '/services']) {
      const answer = await send(portal.origin, 'POST', path, { body });
      expect(answer.status).toBe(400);
      const text = JSON.stringify(answer.body);
      expect(text).toMatch(
        /catalog-info\.yaml:\d+ \([\w/-]+\) looks like a secret/,
      );
      expect(text).not.toContain(token);
    }
    expect(portal.directory.content()).not.toHaveProperty(`${repository}.git`);
  });

  it('changes environments under the permission for each', async () => {
    const portal = await startDelivery();
    const input = serviceInput();
    const post = (body: unknown, as?: string) =>
      send(portal.origin, 'POST', '/services', { body, as });
    expect(await post(input, 'junior')).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('in prod, staging') } },
    });
    expect((await post(input)).status).toBe(201);
    expect((await post(input, 'junior')).status).toBe(200);
    const [dev, ...others] = input.environments;
    const scaled = { ...dev, scaling: { ...dev.scaling, maxReplicas: 5 } };
    const less = { ...input, environments: [dev] };
    expect((await post(less, 'junior')).status).toBe(403);
    const more = { ...input, environments: [scaled, ...others] };
    expect(await post(more, 'junior')).toMatchObject({
      status: 200,
      body: { changed: true },
    });
  });
});

describe('a push that takes too long', () => {
  it('is refused in time', async () => {
    const portal = await startDelivery({ git: { hookSeconds: 0.001 } });
    await send(portal.origin, 'POST', '/services', { body: serviceInput() });
    const folder = await mkdtemp(join(tmpdir(), 'late-'));
    const password = encodeURIComponent(tokenOf('data-scientist'));
    const origin = portal.origin.replace('://', `://x:${password}@`);
    const url = `${origin}/api/model-delivery/git/${repository}.git`;
    await runGit(['clone', '-q', url, '.'], folder);
    await runGit(['commit', '-q', '--allow-empty', '-m', 'x'], folder);
    const { ok, said } = await runGit(['push', 'origin', 'HEAD:main'], folder);
    expect(ok).toBe(false);
    expect(said).toMatch(/longer than 0\.001 s.*hookSeconds/);
    await rm(folder, { recursive: true, force: true });
  });
});
