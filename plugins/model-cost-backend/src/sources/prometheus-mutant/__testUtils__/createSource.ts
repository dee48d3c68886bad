import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { CostSource } from '@modelyard/plugin-model-cost-node';
import { prometheusSourceType } from '../prometheusSourceType';

/** A source as configuration makes it, that asks once. */
export function createSource(
  baseUrl: string | undefined,
  more: JsonObject,
): CostSource {
  const limits = { attempts: 1 };
  return prometheusSourceType.create({
    id: 'a',
    config: new ConfigReader({ baseUrl, limits, ...more }),
    configKey: 'modelCost.sources[0]',
    currency: 'USD',
    logger: mockServices.logger.mock(),
  });
}
