import { access } from 'node:fs/promises';
import path from 'node:path';
import { GitObjects } from './GitObjects';
import { GitFailure, runGit } from './runGit';

const settings = ['-c', 'safe.bareRepository=explicit'];
const env = {
  // An object that a partial clone lacks would be fetched, by programs that the
  // repository's own configuration names.
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
};

/** Whether a folder may lie in a work tree; `git` need not be installed to ask. */
async function mayBeWorkTree(folder: string): Promise<boolean> {
  const isThere = await access(path.join(folder, '.git')).then(
    () => true,
    () => false,
  );
  const above = path.dirname(folder);
  return isThere || (above !== folder && mayBeWorkTree(above));
}

/**
 * The repository in whose work tree a folder lies; undefined when it lies in none.
 *
 * @param folder - real path
 * @throws Error in plain words, also when the repository belongs to another user
 */
export async function openWorkTree(
  folder: string,
  signal: AbortSignal,
): Promise<GitObjects | undefined> {
  if (!(await mayBeWorkTree(folder))) return undefined;
  const run = (args: string[], until: AbortSignal, input?: string) =>
    runGit([...settings, ...args], {
      cwd: folder,
      env,
      input,
      signal: until,
      subject: 'the repository',
    });
  try {
    await run(['rev-parse', '--git-dir'], signal);
  } catch (error) {
    if (error instanceof GitFailure && error.isNoRepository) return undefined;
    throw error;
  }
  return new GitObjects(run);
}
