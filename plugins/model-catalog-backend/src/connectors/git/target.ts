import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from './isInside';

/**
 * Reads the folder that a source names: absolute, or relative to the folder in
 * which the backend runs and below it.
 *
 * @throws InputError naming the key
 */
export function readTarget(config: Config, key: string): string {
  const target = config.getString('target');
  const refuse = (why: string) => {
    throw new InputError(`${key}: "${target}" ${why}`);
  };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(target) || /^[^/]+@[^/]+:/.test(target))
    refuse(
      'is an address; clone the repository next to the portal and name the folder',
    );
  if (target.includes('\0')) refuse('contains a NUL character; remove it');
  if (target.split(/[\\/]/).includes('..'))
    refuse(
      'leads upwards through ".."; write an absolute path, or one below the folder in which the backend runs',
    );
  return target;
}

/**
 * Real path of a source's folder.
 *
 * @throws InputError when there is none, or a relative target leads out of the
 *   working directory through a link
 */
export async function resolveRoot(target: string): Promise<string> {
  const absolute = path.resolve(target);
  const root = await realpath(absolute).catch(() => undefined);
  if (root === undefined || !(await stat(root)).isDirectory())
    throw new InputError(
      `The target ${target} is not a folder; create it, or mend the source's target`,
    );
  const workingDirectory = await realpath(process.cwd());
  if (!path.isAbsolute(target) && !isInside(workingDirectory, root))
    throw new InputError(
      `The target ${target} leads out of the working directory through a link; write the absolute path`,
    );
  return root;
}
