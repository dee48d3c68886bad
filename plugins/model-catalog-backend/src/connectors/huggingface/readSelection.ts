import { InputError } from '@backstage/errors';
import { ModelConnectorContext } from '@modelyard/plugin-model-catalog-node';

/** What of the Hub is read. */
export interface Selection {
  models: string[];
  organization?: string;
}

/**
 * Reads `models` and `organization`.
 *
 * @throws InputError naming the key
 */
export function readSelection({
  config,
  configKey: key,
}: Pick<ModelConnectorContext, 'config' | 'configKey'>): Selection {
  const models = config.getOptionalStringArray('models') ?? [];
  const organization = config.getOptionalString('organization');
  if (models.length === 0 && organization === undefined)
    throw new InputError(
      `${key}: name what to read, under ${key}.models or ${key}.organization; the whole Hub is not read`,
    );
  const wrong = models.find(id => !/^[\w.-]+(\/[\w.-]+)?$/.test(id));
  if (wrong !== undefined)
    throw new InputError(
      `${key}.models: "${wrong}" is not the id of a model; write such as org/name`,
    );
  return { models, organization };
}
