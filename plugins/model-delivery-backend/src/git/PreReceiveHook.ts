import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ForwardedError } from '@backstage/errors';
import { GitCommand } from './GitCommand';

/**
 * What Git runs between receiving and accepting a push. It only passes on what
 * Git tells it and waits for the answer, over two pipes that the backend opened
 * for this one push. Should the backend die, the pipes close and nothing is
 * accepted.
 */
const program = `#!/bin/sh
# Written by Modelyard. Hands a push to the backend and waits for its verdict.
{
  printf '%s\\n' "$GIT_OBJECT_DIRECTORY" "$GIT_ALTERNATE_OBJECT_DIRECTORIES"
  cat
  echo .
} >&3 2>/dev/null || exit 1
exec 3>&-
while IFS= read -r line <&4; do
  case "$line" in
    accept) exit 0 ;;
    refuse) exit 1 ;;
    *) printf '%s\\n' "\${line#:}" >&2 ;;
  esac
done
echo 'Modelyard gave no verdict on this push; push again' >&2
exit 1
`;

const name = 'pre-receive';

/**
 * Our only hook, in a folder beside the repositories. What lies in a repository
 * is never run.
 */
export class PreReceiveHook {
  private constructor(private readonly folder: string) {}

  /**
   * @param directory - of the repositories
   */
  static create(options: { directory: string }): PreReceiveHook {
    const digest = createHash('sha256').update(program).digest('hex');
    // Replicas of two versions may use one directory while one takes over.
    return new PreReceiveHook(
      join(options.directory, '.hooks', digest.slice(0, 12)),
    );
  }

  /**
   * Environment in which Git runs the hook.
   *
   * @throws ForwardedError when it can't be run: Git would take pushes unseen
   */
  async environment(git: GitCommand): Promise<Record<string, string>> {
    await this.ensure();
    return git.withSettings([['core.hooksPath', this.folder]]);
  }

  /** Writes the hook where there is none that can be run. */
  async ensure(): Promise<void> {
    const file = join(this.folder, name);
    if (await isExecutable(file)) return;
    await mkdir(this.folder, { recursive: true });
    const draft = join(this.folder, `${process.pid}-${Date.now()}.draft`);
    try {
      await writeFile(draft, program, { mode: 0o755 });
      await rename(draft, file);
      await access(file, constants.X_OK);
    } catch (error) {
      await rm(draft, { force: true });
      throw new ForwardedError(
        `Pushes can't be checked: ${file} can't be written or run; let modelDelivery.git.directory lie on a file system that is not mounted noexec`,
        error,
      );
    }
  }
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
