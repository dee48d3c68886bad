import { Config } from '@backstage/config';
import {
  OutboundHttp,
  readDuration,
  readHttpOptions,
} from '@modelyard/outbound-http';
import { CreateCostSourceOptions } from '@modelyard/plugin-model-cost-node';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import { AllocationDialect, AllocationServer } from './AllocationServer';
import { AllocationSource } from './AllocationSource';

/** A day of a large cluster takes its time, and some megabytes. */
const fallback = {
  concurrency: 1,
  requestTimeoutMs: 5 * 60_000,
  answerBytes: 256 * 1024 * 1024,
};

function readPrometheus(
  config: Config,
  key: string,
): PrometheusClient | undefined {
  const own = config.getOptionalConfig('prometheus');
  if (!own) return undefined;
  const context = { config: own, configKey: `${key}.prometheus` };
  return new PrometheusClient(new OutboundHttp(readHttpOptions(context)));
}

/**
 * Makes a source of a server that speaks a dialect.
 *
 * @throws InputError naming the key that is wrong
 */
export function createAllocationSource(
  { config, configKey: key }: CreateCostSourceOptions,
  dialect: AllocationDialect,
): AllocationSource {
  const clusters = config.getOptionalStringArray('clusters');
  const server = new AllocationServer({
    http: new OutboundHttp(
      readHttpOptions({ config, configKey: key }, fallback),
    ),
    dialect,
    minIntervalMs: readDuration(config, 'minInterval', {
      key,
      fallbackMs: 0,
      example: '{ seconds: 2 }',
    }),
  });
  return new AllocationSource({
    server,
    prometheus: readPrometheus(config, key),
    cluster: config.getOptionalString('cluster'),
    clusters: clusters && new Set(clusters),
    hasInferenceCost: config.getOptionalBoolean('inferenceCost') ?? false,
  });
}
