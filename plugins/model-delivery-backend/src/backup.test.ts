import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './__testUtils__/runGit';
import {
  send,
  serviceInput,
  startDelivery,
  tokenOf,
} from './__testUtils__/startDelivery';

jest.setTimeout(120_000);

const names = ['first', 'second', 'third'];

interface Listed {
  name: string;
  commit: string;
  environments: unknown;
}

describe('a back-up', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'backup-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function list(origin: string): Promise<Listed[]> {
    const { body } = await send(origin, 'GET', '/services');
    return body.items.map(({ name, commit, environments }: Listed) => ({
      name,
      commit,
      environments,
    }));
  }

  /** Pushes one commit after the other until it is told to stop. */
  async function keepPushing(origin: string, go: { on: boolean }) {
    const password = encodeURIComponent(tokenOf('data-scientist'));
    const base = origin.replace('://', `://x:${password}@`);
    const url = `${base}/api/model-delivery/git/first-gitops.git`;
    const clone = join(folder, 'clone');
    await runGit(['clone', '-q', url, clone], folder);
    for (let n = 0; go.on; n += 1) {
      await writeFile(join(clone, 'NOTES.md'), `${n}\n`);
      await runGit(['add', '.'], clone);
      await runGit(['commit', '-q', '-m', `note ${n}`], clone);
      const { ok } = await runGit(['push', '-q', 'origin', 'HEAD:main'], clone);
      expect(ok).toBe(true);
    }
  }

  it('is a copy of the directory, taken while people push', async () => {
    const portal = await startDelivery();
    for (const name of names)
      await send(portal.origin, 'POST', '/services', {
        body: serviceInput(name),
      });
    const before = await list(portal.origin);
    const go = { on: true };
    const pushing = keepPushing(portal.origin, go);
    const copy = join(folder, 'copy');
    // As the README says: refs before objects, one repository after the other.
    for (const name of names) {
      const from = join(portal.directory.path, `${name}-gitops.git`);
      const mirror = ['clone', '-q', '--mirror', '--no-local', from];
      const to = join(copy, `${name}-gitops.git`);
      expect((await runGit([...mirror, to], folder)).ok).toBe(true);
    }
    go.on = false;
    await pushing;

    const restored = await startDelivery();
    expect(await list(restored.origin)).toEqual([]);
    await cp(copy, restored.directory.path, { recursive: true });
    const { body } = await send(restored.origin, 'POST', '/reindex', {
      as: 'platform-engineer',
      body: {},
    });
    expect(body).toEqual({ services: names.length, problems: [] });
    for (const name of names) {
      const bare = join(restored.directory.path, `${name}-gitops.git`);
      const fsck = ['fsck', '--strict', '--no-dangling'];
      expect((await runGit([`--git-dir=${bare}`, ...fsck], folder)).ok).toBe(
        true,
      );
    }
    const after = await list(restored.origin);
    // Pushes went on meanwhile, but none of them touched a release.
    const releases = ({ name, environments }: Listed) => [name, environments];
    expect(after.map(releases)).toEqual(before.map(releases));
    expect(after.slice(1)).toEqual(before.slice(1));
    // It goes on with what was restored; only the portal's address is another.
    const { body: again } = await send(restored.origin, 'POST', '/services', {
      body: serviceInput('second'),
    });
    expect(again).toMatchObject({ service: 'second', created: false });
  });
});
