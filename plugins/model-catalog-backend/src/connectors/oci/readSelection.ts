import { InputError } from '@backstage/errors';
import { readDuration } from '@modelyard/outbound-http';
import { ModelConnectorContext } from '@modelyard/plugin-model-catalog-node';

const hourMs = 3_600_000;

/** What of a registry is read. */
export interface Selection {
  repositories: string[];
  /** Every repository that the registry lists, too. */
  catalog: boolean;
  /** How long the digest of a version's tag is believed, in milliseconds. */
  recheckMs: number;
}

/**
 * Reads `repositories`, `catalog` and `recheckTags`.
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
  return {
    repositories,
    catalog,
    recheckMs: readDuration(config, 'recheckTags', {
      key,
      fallbackMs: 6 * hourMs,
      example: '{ hours: 6 }',
    }),
  };
}
