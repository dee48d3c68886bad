import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads a list of patterns; none when the key is absent.
 *
 * @throws InputError naming the key
 */
export function readPatterns(
  config: Config,
  name: string,
  key: string,
): string[] {
  const patterns = config.getOptionalStringArray(name) ?? [];
  const empty = patterns.findIndex(pattern => pattern.trim() === '');
  if (empty === -1) return patterns;
  throw new InputError(
    `${key}.${name}[${empty}] is empty; write a pattern such as "fraud-*", or remove it`,
  );
}
