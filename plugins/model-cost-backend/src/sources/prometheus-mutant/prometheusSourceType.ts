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
  return [...new Set(names)].flatMap(queriesOf);
}

/** Names of labels stand in PromQL as they are. */
function assertLabelName(name: unknown, key: string): asserts name is string {
  if (typeof name !== 'string' || !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name))
    throw new InputError(
      `${key}: ${JSON.stringify(name)} is no label of a metric; write such as model_name`,
    );
}

function readLabels(config: Config, key: string): UsageQuery['labels'] {
  // A dot in a key is a path to Config, so the object is read whole.
  const labels = Object.entries(Object(config.getOptional('labels')));
  return new Map(
    labels.map(([name, value]) => {
      if (!known.has(name))
        throw new InputError(
          `${key}.labels: "${name}" is no pod label of Modelyard; there are ${[...known].join(', ')}`,
        );
      assertLabelName(value, `${key}.labels, ${name}`);
      return [name, [value]];
    }),
  );
}

function readQuery(config: Config, key: string): UsageQuery {
  const text = config.getString('measure');
  const measure = usageQueryMeasures.find(name => name === text);
  if (!measure)
    throw new InputError(
      `${key}.measure: "${text}" is unknown; there are ${usageQueryMeasures.join(', ')}`,
    );
  const strip = config.getOptionalString('strip');
  return {
    origin: 'queries',
    measure,
    expr: config.getString('expr'),
    labels: readLabels(config, key),
    toService: name =>
      strip && name.endsWith(strip) ? name.slice(0, -strip.length) : name,
  };
}

function readQueries(config: Config, key: string): UsageQuery[] {
  const own = config.getOptionalConfigArray('queries') ?? [];
  const queries = [
    ...own.map((query, index) => readQuery(query, `${key}.queries[${index}]`)),
    ...readPresets(config, key),
  ];
  if (queries.length) return queries;
  throw new InputError(
    `${key}: name presets (${presetNames.join(', ')}) or queries, or nothing is counted`,
  );
}

/** Source type `prometheus`: how models were used. */
export const prometheusSourceType: CostSourceType = {
  type: 'prometheus',
  create: ({ config, configKey: key }) => {
    const clusterLabel = config.getOptionalString('clusterLabel');
    if (clusterLabel !== undefined)
      assertLabelName(clusterLabel, `${key}.clusterLabel`);
    const queries = readQueries(config, key);
    const options = readHttpOptions(
      { config, configKey: key },
      { concurrency: 2, requestTimeoutMs: 2 * 60_000 },
    );
    const client = new PrometheusClient(new OutboundHttp(options));
    return new PrometheusUsageSource({ client, queries, clusterLabel });
  },
};
