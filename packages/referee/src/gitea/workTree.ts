import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { PlanFile } from '../planner';

/** Writes files of a plan with their modes. */
export function writeTree(folder: string, files: readonly PlanFile[]): void {
  for (const { path, content, mode } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content, { mode: mode === '100755' ? 0o755 : 0o644 });
  }
}

/** Paths of all files of a work tree but Git's own. */
function pathsOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .map(path => path.split(sep).join('/'))
    .filter(path => !path.startsWith('.git/'));
}

/** How a work tree differs from a plan: files, bytes and modes. */
export function differencesFrom(
  folder: string,
  files: readonly PlanFile[],
): string[] {
  const wanted = new Map(files.map(file => [file.path, file]));
  const found = new Set(pathsOf(folder));
  const missing = [...wanted.keys()].filter(path => !found.has(path));
  const extra = [...found].filter(path => !wanted.has(path));
  const changed = files
    .filter(({ path }) => found.has(path))
    .flatMap(({ path, content, mode }) => {
      const target = join(folder, path);
      const isSame = readFileSync(target).equals(Buffer.from(content));
      const runs = (statSync(target).mode & 0o100) !== 0;
      return [
        ...(isSame ? [] : [`${path} has other bytes`]),
        ...(runs === (mode === '100755') ? [] : [`${path} has another mode`]),
      ];
    });
  return [
    ...missing.map(path => `${path} is missing`),
    ...extra.map(path => `${path} was not planned`),
    ...changed,
  ];
}
