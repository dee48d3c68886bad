import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { GitCommand } from './GitCommand';
import { Repositories } from './Repositories';
import { removeStaleLocks } from './staleLocks';

/** Where copies of repositories elsewhere lie, below the directory of ours. */
export const mirrorFolder = '.mirrors';

const dayMs = 24 * 60 * 60 * 1000;

/** Loose objects, as pushes leave them, from which on a repository is packed. */
const looseLimit = 200;

/** Packs, as commits leave them, from which on they are made one. */
const packLimit = 50;

/**
 * Objects that nothing refers to stay this long: somebody may just be about to
 * refer to them.
 */
const pruneAfter = '2.weeks.ago';

/** A lock that is held for longer than any Git process may run. */
const abandonedMs = 60 * 60 * 1000;

/**
 * What one round of maintenance did.
 */
export interface MaintenanceResult {
  /** Repositories that were packed. */
  packed: string[];
  /** Leftovers of interrupted work that were removed. */
  removed: number;
  /** Repositories that could not be packed. */
  failed: string[];
}

/**
 * Keeps repositories small, and removes what interrupted work left behind. Git
 * allows this while others read and write: nothing is removed that is younger
 * than two weeks, and refs are compared and swapped.
 */
export class RepositoryMaintenance {
  private constructor(
    private readonly directory: string,
    private readonly git: GitCommand,
    private readonly repositories: Pick<Repositories, 'list'>,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    directory: string;
    git: GitCommand;
    repositories: Pick<Repositories, 'list'>;
    logger: LoggerService;
  }): RepositoryMaintenance {
    const { directory, git, repositories, logger } = options;
    return new RepositoryMaintenance(directory, git, repositories, logger);
  }

  /** One round over all repositories; stops between two when told to. */
  async run(signal?: AbortSignal): Promise<MaintenanceResult> {
    const result: MaintenanceResult = {
      packed: [],
      removed: await this.removeDrafts(),
      failed: [],
    };
    const names = [
      ...(await this.repositories.list()),
      ...(await this.mirrors()),
    ];
    for (const repository of names) {
      if (signal?.aborted) break;
      try {
        result.removed += await this.tidy(repository);
        if (await this.pack(repository)) result.packed.push(repository);
      } catch (error) {
        result.failed.push(repository);
        this.logger.warn(
          `The repository ${repository} can't be packed; it is tried again in the next round: ${stringifyError(error)}`,
        );
      }
    }
    this.logger.info(
      `Maintenance packed ${result.packed.length} repositories, removed ${result.removed} leftovers, failed for ${result.failed.length}`,
    );
    return result;
  }

  /** Repositories that were never finished. */
  private async removeDrafts(): Promise<number> {
    const folders = [this.directory, join(this.directory, mirrorFolder)];
    const removed = folders.map(folder =>
      removeOlder(join(folder, '.work'), () => true),
    );
    return (await Promise.all(removed)).reduce((sum, count) => sum + count);
  }

  /** Copies of repositories elsewhere, as if they were named. */
  private async mirrors(): Promise<string[]> {
    const folder = join(this.directory, mirrorFolder);
    const names = await readdir(folder).catch(() => []);
    return names
      .filter(name => name.endsWith('.git'))
      .map(name => join(mirrorFolder, name.slice(0, -'.git'.length)));
  }

  /** Removes what pushes and commits that were killed left in a repository. */
  private async tidy(repository: string): Promise<number> {
    const path = this.path(repository);
    const objects = join(path, 'objects');
    const locks = await removeStaleLocks(path, abandonedMs);
    const quarantines = await removeOlder(objects, name =>
      name.startsWith('tmp_objdir-'),
    );
    const crashes = await removeOlder(path, name =>
      name.startsWith('fast_import_crash_'),
    );
    const packs = await removeOlder(
      join(objects, 'pack'),
      name => name.startsWith('tmp_') || name.endsWith('.keep'),
    );
    return locks + quarantines + crashes + packs;
  }

  private async pack(repository: string): Promise<boolean> {
    const options = [
      ['gc.auto', String(looseLimit)],
      ['gc.autoDetach', 'false'],
      ['gc.pruneExpire', pruneAfter],
    ].flatMap(([key, value]) => ['-c', `${key}=${value}`]);
    const path = this.path(repository);
    const { loose, packs } = await this.count(path);
    if (loose < looseLimit && packs < packLimit) return false;
    await this.git.run([...options, `--git-dir=${path}`, 'gc', '--quiet']);
    return true;
  }

  private async count(path: string): Promise<{ loose: number; packs: number }> {
    const said = await this.git.text([
      `--git-dir=${path}`,
      'count-objects',
      '--verbose',
    ]);
    const of = (key: string) =>
      Number(new RegExp(`^${key}: (\\d+)$`, 'm').exec(said)?.[1] ?? 0);
    return { loose: of('count'), packs: of('packs') };
  }

  private path(repository: string): string {
    return join(this.directory, `${repository}.git`);
  }
}

/** Removes entries of a folder that are older than a day. */
async function removeOlder(
  folder: string,
  isMeant: (name: string) => boolean,
): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names.filter(isMeant)) {
    const path = join(folder, name);
    const info = await stat(path).catch(() => undefined);
    if (!info || Date.now() - info.mtimeMs < dayMs) continue;
    await rm(path, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
