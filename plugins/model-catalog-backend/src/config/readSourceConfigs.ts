import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ModelConnector,
  ModelConnectorFactory,
} from '@modelyard/plugin-model-catalog-node';
import { SourceIntake } from '../domain/SourceIntake';
import { readIntake, readRemovalLimit } from './readIntake';
import { readSchedule } from './readSchedule';

/** A source that is ready to be read. */
export interface ConfiguredSource {
  id: string;
  type: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  connector: ModelConnector;
  intake: SourceIntake;
  /** Share of what is stored that may vanish at once, from 0 to 1. */
  removalLimit: number;
}

const sourcesKey = 'modelCatalog.sources';
const idPattern = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

function readSource(
  config: Config,
  key: string,
  factories: ReadonlyMap<string, ModelConnectorFactory>,
): ConfiguredSource {
  const id = config.getString('id');
  if (!idPattern.test(id))
    throw new InputError(
      `${key}.id: "${id}" is not an id; use at most 63 lower-case letters, digits and "-"`,
    );
  const type = config.getString('type');
  const factory = factories.get(type);
  if (!factory)
    throw new InputError(
      `${key}.type: no connector serves "${type}"; known types are ${[
        ...factories.keys(),
      ]
        .sort()
        .join(', ')}`,
    );
  const schedule = readSchedule(config, key);
  const intake = readIntake(config, { sourceId: id, key });
  const connector = factory({
    sourceId: id,
    config,
    configKey: key,
    schedule,
    accepts: intake.accepts,
  });
  const removalLimit = readRemovalLimit(config, key);
  return { id, type, schedule, connector, intake, removalLimit };
}

/**
 * Reads `modelCatalog.sources`, and makes a connector for each.
 *
 * @throws InputError naming the key that is wrong
 */
export function readSourceConfigs(
  config: Config,
  factories: ReadonlyMap<string, ModelConnectorFactory>,
): ConfiguredSource[] {
  const sources = (config.getOptionalConfigArray(sourcesKey) ?? []).map(
    (source, index) => readSource(source, `${sourcesKey}[${index}]`, factories),
  );
  const ids = new Set<string>();
  for (const [index, { id }] of sources.entries()) {
    if (ids.has(id))
      throw new InputError(
        `${sourcesKey}[${index}].id: "${id}" is taken by another source; give each its own`,
      );
    ids.add(id);
  }
  return sources;
}
