import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from './__testUtils__/runGit';
import {
  send,
  serviceInput,
  startDelivery,
  tokenOf,
} from './__testUtils__/startDelivery';

jest.setTimeout(180_000);

const clients = 50;
const repository = 'credit-risk-api-gitops';

/** As many go on at once after everybody has collided. */
const lanes = 3;

/**
 * Lets everybody try at once, and whoever lost try again until he lands.
 *
 * @returns how many attempts failed
 */
async function untilAllLanded(
  attempts: (() => Promise<boolean>)[],
): Promise<number> {
  const first = await Promise.all(attempts.map(attempt => attempt()));
  const queue = attempts.filter((_, index) => !first[index]);
  let failed = queue.length;
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      if (!(await next())) {
        failed += 1;
        queue.push(next);
      }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed;
}

describe('a repository that many write to at once', () => {
  let portal: Awaited<ReturnType<typeof startDelivery>>;
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'contention-'));
    portal = await startDelivery();
    await send(portal.origin, 'POST', '/services', { body: serviceInput() });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  const stored = async (...args: string[]) => {
    const bare = `--git-dir=${portal.directory.path}/${repository}.git`;
    const { ok, said } = await runGit([bare, ...args], folder);
    expect(ok).toBe(true);
    return said.trim();
  };

  it(`loses none of ${clients} pushes`, async () => {
    const password = encodeURIComponent(tokenOf('data-scientist'));
    const origin = portal.origin.replace('://', `://x:${password}@`);
    const url = `${origin}/api/model-delivery/git/${repository}.git`;
    await runGit(['clone', '-q', url, 'seed'], folder);
    const names = Array.from({ length: clients }, (_, n) => `by-${n}.txt`);
    const clones = await Promise.all(
      names.map(async name => {
        const clone = join(folder, name);
        await runGit(['clone', '-q', 'seed', name], folder);
        await runGit(['remote', 'set-url', 'origin', url], clone);
        await writeFile(join(clone, name), `${name}\n`);
        await runGit(['add', '.'], clone);
        await runGit(['commit', '-q', '-m', name], clone);
        return clone;
      }),
    );
    const collided = new Set<string>();
    const failed = await untilAllLanded(
      clones.map(clone => async () => {
        const push = () => runGit(['push', 'origin', 'HEAD:main'], clone);
        if (!collided.has(clone)) {
          collided.add(clone);
          return (await push()).ok;
        }
        await runGit(['pull', '-q', '--rebase', 'origin', 'main'], clone);
        return (await push()).ok;
      }),
    );
    // Had nobody been in another's way, nothing would be proven.
    expect(failed).toBeGreaterThan(clients / 2);
    const paths = (await stored('ls-tree', '--name-only', 'main')).split('\n');
    expect(paths).toEqual(expect.arrayContaining(names));
    const log = (await stored('log', '--format=%s', 'main')).split('\n');
    expect(log).toHaveLength(clients + 1);
    expect(new Set(log).size).toBe(clients + 1);
    await stored('fsck', '--strict', '--no-dangling');
    const { body } = await send(
      portal.origin,
      'GET',
      '/services/credit-risk-api',
    );
    expect(body.commit).toBe(await stored('rev-parse', 'main'));
  });

  it(`answers 409 to all but one, and loses none of ${clients} forms`, async () => {
    const statuses: number[] = [];
    await untilAllLanded(
      Array.from({ length: clients }, (_, n) => async () => {
        const { status } = await send(portal.origin, 'POST', '/services', {
          body: { ...serviceInput(), description: `Sent by ${n}` },
        });
        statuses.push(status);
        return status === 200;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([200, 409]));
    expect(statuses.filter(status => status === 200)).toHaveLength(clients);
    // Each of them was the last word once.
    const log = await stored('log', '-p', '--format=', 'main');
    for (let n = 0; n < clients; n += 1)
      expect(log).toMatch(new RegExp(`^\\+.*Sent by ${n}$`, 'm'));
    expect(await stored('rev-list', '--count', 'main')).toBe(`${clients + 1}`);
    await stored('fsck', '--strict', '--no-dangling');
  });
});
