import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commitByFastImport,
  commitByHand,
  commitByPlumbing,
  git,
  stopGit,
  writeFolder,
} from './bareGit';

const files = [
  { path: 'README.md', content: '# Grüße\n' },
  { path: 'overlays/dev/kustomization.yaml', content: 'resources: []\n' },
  { path: 'empty', content: '' },
];

describe('what a template run is held against', () => {
  const directory = mkdtempSync(join(tmpdir(), 'bare-git-'));
  const folder = join(directory, 'folder');
  const at = (name: string) => join(directory, `${name}.git`);
  afterAll(() => {
    stopGit();
    rmSync(directory, { recursive: true, force: true });
  });

  it('is one commit of the same files, however it is made', async () => {
    await writeFolder(folder, files);
    await commitByPlumbing(at('plumbing'), { folder, files });
    await commitByFastImport(at('fast-import'), files);
    await commitByHand(at('hand'), folder);
    const trees = await Promise.all(
      ['plumbing', 'fast-import', 'hand'].map(async name => {
        const inside = (...args: string[]) =>
          git([`--git-dir=${at(name)}`, ...args]);
        expect(await inside('rev-list', '--count', '--all')).toBe('1');
        await inside('fsck', '--strict');
        return inside('rev-parse', 'main^{tree}');
      }),
    );
    expect(new Set(trees).size).toBe(1);
  });

  it('says which command failed', async () => {
    await expect(git(['cat-file', '-e', 'nothing'])).rejects.toThrow(
      'git cat-file',
    );
  });
});
