import { InputError } from '@backstage/errors';
import { ModelConnectorContext } from '@modelyard/plugin-model-catalog-node';
import { readPatterns } from '../../config/readPatterns';
import { fitsAny } from '../../domain/patterns';

/** What of a registry is read. */
export interface Selection {
  repositories: string[];
  /** Every repository that the registry lists, too. */
  catalog: boolean;
  /** Whether the registry never moves this tag. */
  isImmutable: (tag: string) => boolean;
}

/**
 * Reads `repositories`, `catalog` and `immutableTags`.
 *
 * @throws InputError naming the key
 */
export function readSelection(
  context: Pick<ModelConnectorContext, 'config' | 'configKey'>,
): Selection {
  const { config, configKey: key } = context;
  const repositories = config.getOptionalStringArray('repositories') ?? [];
  const catalog = config.getOptionalBoolean('catalog') ?? false;
  if (repositories.length === 0 && !catalog)
    throw new InputError(
      `${key}: name what to read, under ${key}.repositories, or set ${key}.catalog to true where the registry lists its repositories`,
    );
  const wrong = repositories.find(
    name => !/^[a-z0-9]+([._/-]+[a-z0-9]+)*$/.test(name),
  );
  if (wrong !== undefined)
    throw new InputError(
      `${key}.repositories: "${wrong}" is not a repository; write such as models/credit-risk`,
    );
  const patterns = readPatterns(config, 'immutableTags', key);
  return {
    repositories,
    catalog,
    isImmutable: tag => fitsAny(tag, patterns),
  };
}
