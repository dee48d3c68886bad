import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Where the plugin's configuration is. */
export const root = 'modelScorecard';

/** @throws InputError naming the key that is wrong */
export function refuse(key: string, message: string): never {
  throw new InputError(`Configuration ${root}.${key}: ${message}`);
}

/** The items of a list, each with its key. */
export function list(
  config: Config,
  key: string,
): { at: string; item: Config }[] {
  const items = config.getOptionalConfigArray(key) ?? [];
  return items.map((item, index) => ({ at: `${key}[${index}]`, item }));
}
