import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlanFile } from '../planner';
import { differencesFrom, writeTree } from './workTree';

const files: PlanFile[] = [
  { path: 'README.md', content: 'text\n' },
  { path: 'ci/build.sh', content: '#!/bin/sh\n', mode: '100755' },
  { path: 'base/pod.yaml', content: 'kind: Pod\n' },
];

describe('a work tree', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tree-'));
    writeTree(folder, files);
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('does not differ from the plan that it was written from', () => {
    expect(differencesFrom(folder, files)).toEqual([]);
  });

  it('differs by files, bytes and modes', () => {
    rmSync(join(folder, 'README.md'));
    writeFileSync(join(folder, 'new.yaml'), '');
    writeFileSync(join(folder, 'base/pod.yaml'), 'kind: Pod\r\n');
    chmodSync(join(folder, 'ci/build.sh'), 0o644);
    expect(differencesFrom(folder, files)).toEqual([
      'README.md is missing',
      'new.yaml was not planned',
      'ci/build.sh has another mode',
      'base/pod.yaml has other bytes',
    ]);
  });
});
