import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { CostSource } from './CostSource';

/**
 * What a {@link CostSourceType} makes a source from.
 *
 * @public
 */
export interface CreateCostSourceOptions {
  /** `modelCost.sources[].id` */
  id: string;
  /** The entry of `modelCost.sources`. */
  config: Config;
  /** Key of `config`, for messages: `modelCost.sources[0]`. */
  configKey: string;
  /** ISO 4217 code of the source's amounts. */
  currency: string;
  logger: LoggerService;
}

/**
 * Makes sources of one `type` from configuration.
 *
 * @public
 */
export interface CostSourceType {
  /** Value of `modelCost.sources[].type`. */
  type: string;
  /** Throws InputError naming the key when the configuration is wrong. */
  create(options: CreateCostSourceOptions): CostSource;
}
