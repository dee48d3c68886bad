import {
  LoggerService,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { CostSource, CostSourceType } from '@modelyard/plugin-model-cost-node';
import { FigureConfig, readFigureConfig } from './readFigureConfig';

/** A source as it is configured, ready to be read. */
export interface ConfiguredSource {
  id: string;
  type: string;
  /** Recorded days are moved so that the last one is yesterday. */
  redate: boolean;
  /** ISO 4217 code of its amounts. */
  currency: string;
  /** How far back a scheduled run looks; absent: as far as the source does. */
  historyDays?: number;
  /** As many of the latest days are read again, as late samples change them. */
  rereadDays: number;
  source: CostSource;
}

/** `modelCost`, parsed. */
export interface CostConfig extends FigureConfig {
  /** ISO 4217 code of every figure. */
  currency: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  sources: ConfiguredSource[];
}

export interface ReadCostConfigOptions {
  config: RootConfigService;
  logger: LoggerService;
  types: ReadonlyMap<string, CostSourceType>;
}

const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$/;

const defaultRereadDays = 3;

function assertCurrency(currency: string, key: string): void {
  if (!/^[A-Z]{3}$/.test(currency))
    throw new InputError(
      `${key}: "${currency}" is no ISO 4217 code such as USD`,
    );
}

function readCount(
  config: Config,
  name: string,
  key: string,
): number | undefined {
  const count = config.getOptionalNumber(name);
  if (count !== undefined && (!Number.isInteger(count) || count < 0))
    throw new InputError(`${key}.${name}: ${count} is no number of days`);
  return count;
}

function assertTimezone(config: Config | undefined): void {
  const timezone = config?.getOptionalString('timezone') ?? 'UTC';
  if (timezone !== 'UTC')
    throw new InputError(
      `modelCost.timezone: "${timezone}" is not supported; days are closed in UTC`,
    );
}

function readSource(
  config: Config,
  key: string,
  currency: string,
  options: ReadCostConfigOptions,
): ConfiguredSource {
  const id = config.getString('id');
  if (!idPattern.test(id))
    throw new InputError(
      `${key}.id: "${id}" must be letters, digits, - and _, at most 63`,
    );
  const own = config.getOptionalString('currency') ?? currency;
  assertCurrency(own, `${key}.currency`);
  const redate = config.getOptionalString('redate');
  if (redate !== undefined && redate !== 'yesterday')
    throw new InputError(
      `${key}.redate: "${redate}" is unknown; use yesterday`,
    );
  const typeName = config.getString('type');
  const type = options.types.get(typeName);
  if (!type)
    throw new InputError(
      `${key}.type: "${typeName}" is unknown; installed are ${[
        ...options.types.keys(),
      ].join(', ')}`,
    );
  const { logger } = options;
  const source = type.create({
    id,
    config,
    configKey: key,
    currency: own,
    logger,
  });
  return {
    id,
    type: typeName,
    redate: redate === 'yesterday',
    currency: own,
    historyDays:
      readCount(config, 'historyDays', key) ?? source.defaultHistoryDays,
    rereadDays: readCount(config, 'rereadDays', key) ?? defaultRereadDays,
    source,
  };
}

/**
 * Reads `modelCost` at start-up.
 *
 * @throws InputError naming the key that is wrong
 */
export function readCostConfig(options: ReadCostConfigOptions): CostConfig {
  const config = options.config.getOptionalConfig('modelCost');
  const currency = config?.getOptionalString('currency') ?? 'USD';
  assertCurrency(currency, 'modelCost.currency');
  assertTimezone(config);
  const entries = config?.getOptionalConfigArray('sources') ?? [];
  const sources = entries.map((entry, index) =>
    readSource(entry, `modelCost.sources[${index}]`, currency, options),
  );
  const ids = sources.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined)
    throw new InputError(`modelCost.sources: id "${twice}" is used twice`);
  const schedule = config?.has('schedule')
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
        config.getConfig('schedule'),
      )
    : { frequency: { hours: 1 }, timeout: { minutes: 30 } };
  return { currency, schedule, sources, ...readFigureConfig(config) };
}
