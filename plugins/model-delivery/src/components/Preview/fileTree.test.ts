import { fakePlan } from '../../__testUtils__/fakePlan';
import { fileTree, isKnownRepository } from './fileTree';

describe('fileTree', () => {
  it('sorts folders first, and shows what is removed', () => {
    const plan = fakePlan({
      changes: [
        { path: 'README.md', change: 'changed' },
        { path: 'overlays/old/patch.yaml', change: 'removed' },
      ],
    });
    const names = fileTree(plan).map(({ name }) => name);
    expect(names).toEqual(['base', 'overlays', 'README.md']);
    expect(fileTree(plan)[1]).toMatchObject({
      path: 'overlays/',
      changed: 1,
      items: [
        { name: 'dev', changed: 0 },
        { name: 'old', items: [{ name: 'patch.yaml', change: 'removed' }] },
      ],
    });
  });

  it('knows a new repository from one that has files', () => {
    const files = fakePlan().files.map(({ path }) => path);
    const added = files.map(path => ({ path, change: 'added' as const }));
    expect(isKnownRepository(fakePlan({ changes: added }))).toBe(false);
    expect(isKnownRepository(fakePlan({ changes: added.slice(1) }))).toBe(true);
    expect(isKnownRepository(fakePlan({ changes: [] }))).toBe(true);
  });
});
