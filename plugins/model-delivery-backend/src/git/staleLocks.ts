import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Git holds the lock of a ref for milliseconds. One that is this old belongs to
 * a process that was killed.
 */
export const staleLockMs = 10_000;

const topLevel = [
  'HEAD.lock',
  'packed-refs.lock',
  'config.lock',
  'gc.pid.lock',
];

async function isOlder(file: string, ageMs: number): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > ageMs;
  } catch {
    return false;
  }
}

/**
 * Removes the locks of refs that killed processes left in a repository.
 *
 * @param gitDirectory - of a bare repository
 * @returns how many it removed
 */
export async function removeStaleLocks(
  gitDirectory: string,
  ageMs = staleLockMs,
): Promise<number> {
  const refs = join(gitDirectory, 'refs');
  const entries = await readdir(refs, { recursive: true }).catch(() => []);
  const candidates = [
    ...topLevel.map(name => join(gitDirectory, name)),
    ...entries
      .filter(name => name.endsWith('.lock'))
      .map(name => join(refs, name)),
  ];
  let removed = 0;
  for (const file of candidates) {
    if (!(await isOlder(file, ageMs))) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
