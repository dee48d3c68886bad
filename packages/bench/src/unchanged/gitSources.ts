import { execFileSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeManifests } from './manifests';
import { UnchangedPlace } from './UnchangedSource';

function commitAll(folder: string): void {
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', ...args],
      { cwd: folder, stdio: 'ignore' },
    );
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '-m', 'Models');
}

/** Type `git`: manifests in a folder. */
export async function startFolder(versions: number): Promise<UnchangedPlace> {
  const folder = await writeManifests(versions);
  return {
    sources: [
      {
        title: 'folder',
        versions,
        toConfig: () => ({ type: 'git', target: folder }),
      },
    ],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Type `git`: the same manifests in a repository, which the source copies. */
export async function startClone(versions: number): Promise<UnchangedPlace> {
  const folder = await writeManifests(versions);
  commitAll(folder);
  return {
    sources: [
      {
        title: 'Git repository',
        versions,
        toConfig: ({ scratch }) => ({
          type: 'git',
          target: `file://${folder}`,
          directory: join(scratch, 'clone'),
        }),
      },
    ],
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
