import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { OutboundHttp, readHttpOptions } from '@modelyard/outbound-http';
import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { presetNames, queriesOf } from './presets';
import { PrometheusClient } from './PrometheusClient';
import { PrometheusUsageSource } from './PrometheusUsageSource';
import { UsageQuery, usageQueryMeasures } from './UsageQuery';

const known = new Set<string>(Object.values(modelLabels));

function readPresets(config: Config, key: string): UsageQuery[] {
  const names = config.getOptionalStringArray('presets') ?? [];
  const unknown = names.find(name => !presetNames.includes(name));
  if (unknown !== undefined)
    throw new InputError(
      `${key}.presets: "${unknown}" is unknown; there are ${presetNames.join(', ')}`,
    );
  return names.flatMap(queriesOf);
}

function readLabels(config: Config, key: string): Map<string, string> {
  // A dot in a key is a path to Config, so the object is read whole.
  const labels = new Map(Object.entries(Object(config.getOptional('labels'))));
  const wrong = [...labels.keys()].find(name => !known.has(name));
  if (wrong !== undefined)
    throw new InputError(
      `${key}.labels: "${wrong}" is no pod label of Modelyard; there are ${[...known].join(', ')}`,
    );
  return new Map([...labels].map(([name, value]) => [name, String(value)]));
}

function readQuery(config: Config, key: string): UsageQuery {
  const text = config.getString('measure');
  const measure = usageQueryMeasures.find(name => name === text);
  if (!measure)
    throw new InputError(
      `${key}.measure: "${text}" is unknown; there are ${usageQueryMeasures.join(', ')}`,
    );
  return {
    origin: 'queries',
    measure,
    expr: config.getString('expr'),
    labels: readLabels(config, key),
  };
}

/** Source type `prometheus`: how models were used. */
export const prometheusSourceType: CostSourceType = {
  type: 'prometheus',
  create: ({ config, configKey: key }) => {
    const own = config.getOptionalConfigArray('queries') ?? [];
    const queries = [
      ...own.map((query, index) =>
        readQuery(query, `${key}.queries[${index}]`),
      ),
      ...readPresets(config, key),
    ];
    if (!queries.length)
      throw new InputError(
        `${key}: name presets (${presetNames.join(', ')}) or queries, or nothing is counted`,
      );
    const options = readHttpOptions(
      { config, configKey: key },
      { concurrency: 2, requestTimeoutMs: 2 * 60_000 },
    );
    const client = new PrometheusClient(new OutboundHttp(options));
    return new PrometheusUsageSource({ client, queries });
  },
};
