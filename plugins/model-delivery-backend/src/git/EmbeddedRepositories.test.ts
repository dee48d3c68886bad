import { readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { EmbeddedRepositories } from './EmbeddedRepositories';
import { runGit } from '../__testUtils__/runGit';
import { GitCommand } from './GitCommand';

describe('EmbeddedRepositories', () => {
  const directory = createMockDirectory();
  const repositories = EmbeddedRepositories.create({
    directory: directory.path,
    git: GitCommand.create({ timeoutMs: 20_000, maxPushBytes: 1_000_000 }),
  });
  const author = 'user:default/data-scientist';

  beforeEach(() => {
    directory.clear();
  });

  async function write(
    parent: string | undefined,
    files: Record<string, string>,
    removed: string[] = [],
  ) {
    return repositories.commit({
      repository: 'r',
      parent,
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content,
      })),
      removed,
      message: 'change\n',
      author,
      at: new Date(),
    });
  }

  async function contents(commit: string) {
    const entries = await repositories.entries('r', commit);
    const objects = entries.map(entry => entry.object);
    const read = await repositories.read('r', objects);
    return Object.fromEntries(
      entries.map(({ path }, index) => [path, read[index].toString()]),
    );
  }

  it('writes, changes and removes files', async () => {
    await repositories.ensure('r');
    expect(await repositories.head('r')).toBeUndefined();
    const first = await write(undefined, { 'a/b.txt': 'one\n', c: 'zwölf\n' });
    expect(first.changed).toBe(true);
    const second = await write(first.commit, { c: 'two\n' }, ['a/b.txt']);
    expect(await contents(second.commit)).toEqual({ c: 'two\n' });
    expect(await contents(first.commit)).toEqual({
      'a/b.txt': 'one\n',
      c: 'zwölf\n',
    });
    expect(await repositories.head('r')).toBe(second.commit);
    const refs = await readdir(directory.resolve('r.git/refs'));
    expect(refs.sort()).toEqual(['heads', 'tags']);
    const log = await repositories.log('r', second.commit, { limit: 10 });
    expect(log.map(entry => [entry.commit, entry.by])).toEqual([
      [second.commit, author],
      [first.commit, author],
    ]);
  });

  it('tells who changed each folder last', async () => {
    await repositories.ensure('r');
    const folders = ['o/dev', 'o/dev-2', 'o/prod', 'o/none'];
    const lastOf = async (commit: string) => {
      const changes = await repositories.lastChanges('r', commit, folders);
      return changes.map(change => change?.commit);
    };
    const files = { 'o/dev/a': '1', 'o/dev-2/a': '1', 'o/prod/b c\n': '1' };
    const first = await write(undefined, files);
    const { commit } = first;
    expect(await lastOf(commit)).toEqual([commit, commit, commit, undefined]);
    const second = await write(commit, { ...files, 'o/dev-2/a': '2' });
    const third = await write(second.commit, { README: 'x' });
    const expected = [commit, second.commit, commit, undefined];
    expect(await lastOf(second.commit)).toEqual(expected);
    expect(await lastOf(third.commit)).toEqual(expected);
    const [last] = await repositories.lastChanges('r', commit, folders);
    expect(last).toMatchObject({ commit, by: author, message: 'change' });
  });

  it('asks on where a merge says nothing of files', async () => {
    await repositories.ensure('r');
    const first = await write(undefined, { 'o/dev/a': '1', 'o/prod/a': '1' });
    const dev = await write(first.commit, { 'o/dev/a': '2' });
    const git = async (...args: string[]) => {
      const { said } = await runGit(args, directory.resolve('r.git'));
      return said.trim();
    };
    const prod = await git(
      ...['commit-tree', `${first.commit}^{tree}`, '-p', first.commit],
      ...['-m', 'other'],
    );
    const merge = await git(
      ...['commit-tree', `${dev.commit}^{tree}`, '-p', dev.commit],
      ...['-p', prod, '-m', 'merge'],
    );
    const changes = await repositories.lastChanges('r', merge, [
      'o/dev',
      'o/prod',
    ]);
    expect(changes.map(change => change?.commit)).toEqual([
      dev.commit,
      first.commit,
    ]);
  });

  it('makes a repository also when its work was tidied up', async () => {
    await repositories.ensure('first');
    await rm(directory.resolve('.work'), { recursive: true });
    await repositories.ensure('r');
    const { commit } = await write(undefined, { a: '1' });
    expect(await repositories.head('r')).toBe(commit);
    expect(await repositories.list()).toEqual(['first', 'r']);
  });

  it('writes every content byte by byte', async () => {
    await repositories.ensure('r');
    const odd = {
      empty: '',
      break: '\n',
      'no end': 'x',
      command: 'blob\nmark :1\ndata 3\nabc\nget-mark :1\ndone\n',
      wide: 'ü 漢 😀\r\n',
    };
    const { commit } = await write(undefined, odd);
    expect(await contents(commit)).toEqual(odd);
  });

  it('gets a lock out of the way that a killed process left', async () => {
    await repositories.ensure('r');
    const { commit } = await write(undefined, { a: '1' });
    const lock = directory.resolve('r.git/refs/heads/main.lock');
    await writeFile(lock, '');
    // Somebody may be at it right now.
    await expect(write(commit, { a: '2' })).rejects.toThrow(/update-ref/);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    expect((await write(commit, { a: '2' })).changed).toBe(true);
  });

  it('takes any path and any text', async () => {
    await repositories.ensure('r');
    const files = {
      'a "quoted" \\ name\nin two lines': 'data 3\nabc\ndone\n',
      'zwölf/\u{1f600}': '',
      'M 100644 inline x': 'D x\n\n',
    };
    const { commit } = await write(undefined, files);
    expect(await contents(commit)).toEqual(files);
    const [{ by }] = await repositories.log('r', commit, { limit: 1 });
    expect(by).toBe(author);
    expect((await write(commit, {}, Object.keys(files))).changed).toBe(true);
  });

  it('makes no commit when nothing changes', async () => {
    await repositories.ensure('r');
    const first = await write(undefined, { a: '1' });
    expect(await write(first.commit, { a: '1' })).toEqual({
      commit: first.commit,
      changed: false,
    });
  });

  it('lets one of two writers win, and loses nothing', async () => {
    await repositories.ensure('r');
    const { commit } = await write(undefined, { a: '1' });
    const outcomes = await Promise.allSettled(
      ['x', 'y', 'z'].map(name => write(commit, { [name]: name })),
    );
    const won = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ name: 'ConflictError' });
    const head = (await repositories.head('r')) ?? '';
    expect(Object.keys(await contents(head))).toHaveLength(2);
  });

  it('makes a repository once, whoever asks', async () => {
    await Promise.all([1, 2, 3].map(() => repositories.ensure('r')));
    expect(await repositories.list()).toEqual(['r']);
  });

  it('discards an empty repository only', async () => {
    await repositories.ensure('r');
    await write(undefined, { a: '1' });
    await repositories.ensure('empty');
    await repositories.discardEmpty('r');
    await repositories.discardEmpty('empty');
    expect(await repositories.list()).toEqual(['r']);
  });

  it.each(['../r', 'a/b', '', '.git', '-x', 'R', 'x\n', '--upload-pack=x'])(
    'refuses the name %j',
    async name => {
      await expect(repositories.ensure(name)).rejects.toThrow(
        /repository name/,
      );
      await expect(repositories.head(name)).rejects.toThrow(/repository name/);
    },
  );
});
