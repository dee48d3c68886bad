import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  utimes,
} from 'node:fs/promises';
import { join } from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { EmbeddedRepositories } from './EmbeddedRepositories';
import { GitCommand } from './GitCommand';
import { RepositoryMaintenance } from './RepositoryMaintenance';

jest.setTimeout(60_000);

describe('RepositoryMaintenance', () => {
  const directory = createMockDirectory();
  const git = GitCommand.create({ timeoutMs: 30_000, maxPushBytes: 1_000_000 });
  const repositories = EmbeddedRepositories.create({
    directory: directory.path,
    git,
  });
  const logger = mockServices.logger.mock();
  const maintenance = RepositoryMaintenance.create({
    directory: directory.path,
    git,
    repositories,
    logger,
  });

  beforeEach(() => {
    directory.clear();
  });

  async function write(parent: string | undefined, n: number, count: number) {
    const files = Array.from({ length: count }, (_, index) => ({
      path: `f${index}`,
      content: `${n} ${index}\n`,
    }));
    const { commit } = await repositories.commit({
      repository: 'r',
      parent,
      files,
      removed: [],
      message: `change ${n}\n`,
      author: 'user:default/data-scientist',
      at: new Date(),
    });
    return commit;
  }

  /** As a push leaves it. */
  async function pushLoose(): Promise<string> {
    const head = await write(undefined, 0, 300);
    const packed = directory.resolve('r.git/objects/pack');
    const away = directory.resolve('away');
    await rename(packed, away);
    for (const name of await readdir(away))
      if (name.endsWith('.pack'))
        await git.run(
          [`--git-dir=${directory.resolve('r.git')}`, 'unpack-objects', '-q'],
          { input: await readFile(join(away, name)) },
        );
    await rm(away, { recursive: true });
    return head;
  }

  const inside = (...args: string[]) =>
    git.text([`--git-dir=${directory.resolve('r.git')}`, ...args]);
  const loose = async () => Number.parseInt(await inside('count-objects'), 10);
  const packs = async () => {
    const names = await readdir(directory.resolve('r.git/objects/pack'));
    return names.filter(name => name.endsWith('.pack')).length;
  };

  it('makes one pack of many and keeps the history whole', async () => {
    await repositories.ensure('r');
    let head: string | undefined;
    for (let n = 0; n < 49; n += 1) head = await write(head, n, 3);
    expect((await maintenance.run()).packed).toEqual([]);
    head = await write(head, 49, 3);
    const log = await inside('log', '--format=%H', 'main');
    expect([await packs(), await loose()]).toEqual([50, 0]);
    expect((await maintenance.run()).packed).toEqual(['r']);
    expect([await packs(), await loose()]).toEqual([1, 0]);
    expect(await inside('log', '--format=%H', 'main')).toBe(log);
    await inside('fsck', '--strict', '--no-dangling');
  });

  it('packs loose objects and keeps the history whole', async () => {
    await repositories.ensure('r');
    await pushLoose();
    const log = await inside('log', '--format=%H', 'main');
    expect(await loose()).toBeGreaterThan(200);
    expect(await maintenance.run()).toEqual({
      packed: ['r'],
      removed: 0,
      failed: [],
    });
    expect(await loose()).toBeLessThan(20);
    expect(await inside('log', '--format=%H', 'main')).toBe(log);
    await inside('fsck', '--strict', '--no-dangling');
    expect((await maintenance.run()).packed).toEqual([]);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/packed 1 repositories/),
    );
  });

  it('packs copies of repositories elsewhere too', async () => {
    await repositories.ensure('r');
    const head = await pushLoose();
    const mirror = directory.resolve('.mirrors/ab.git');
    await cp(directory.resolve('r.git'), mirror, { recursive: true });
    expect((await maintenance.run()).packed).toEqual(['r', '.mirrors/ab']);
    expect(await git.text([`--git-dir=${mirror}`, 'rev-parse', 'main'])).toBe(
      head,
    );
  });

  it('is in nobody’s way who writes meanwhile', async () => {
    await repositories.ensure('r');
    let head: string | undefined;
    for (let n = 0; n < 50; n += 1) head = await write(head, n, 3);
    const writing = (async () => {
      for (let n = 50; n < 60; n += 1) head = await write(head, n, 60);
    })();
    const { failed, packed } = await maintenance.run();
    await writing;
    expect([failed, packed]).toEqual([[], ['r']]);
    expect(await inside('rev-list', '--count', 'main')).toBe('60');
    await inside('fsck', '--strict', '--no-dangling');
  });

  it('removes what interrupted work left, once it is a day old', async () => {
    await repositories.ensure('r');
    await write(undefined, 0, 1);
    const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
    const objects = directory.resolve('r.git/objects');
    for (const path of [
      directory.resolve('.work/a.git'),
      `${objects}/tmp_objdir-incoming-a`,
      `${objects}/pack/tmp_pack_a`,
      `${objects}/pack/pack-a.keep`,
    ]) {
      await mkdir(path, { recursive: true });
      await utimes(path, old, old);
    }
    await mkdir(directory.resolve('.work/b.git'));
    await mkdir(`${objects}/tmp_objdir-incoming-b`);
    expect((await maintenance.run()).removed).toBe(4);
    const drafts = await readdir(directory.resolve('.work'));
    expect(drafts).toContain('b.git');
    expect(drafts).not.toContain('a.git');
    expect(await readdir(objects)).toContain('tmp_objdir-incoming-b');
    expect(await readdir(objects)).not.toContain('tmp_objdir-incoming-a');
  });

  it('stops when told to', async () => {
    await repositories.ensure('r');
    const { packed } = await maintenance.run(AbortSignal.abort());
    expect(packed).toEqual([]);
  });
});
