import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { isAbsolute } from 'node:path';

/**
 * The folder of a source. A relative one stays below the working directory.
 *
 * @throws InputError naming the source
 */
export function resolveTarget(id: string, target: string): string {
  if (isAbsolute(target)) return target;
  try {
    return resolveSafeChildPath(process.cwd(), target);
  } catch {
    throw new InputError(
      `modelCost.sources, id ${id}: target "${target}" leads out of the working directory; write an absolute path to mean that`,
    );
  }
}
