import {
  SourceModel,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { InvalidItem } from '../../domain/InvalidItem';
import {
  Artifact,
  CustomProperties,
  ModelVersion,
  RegisteredModel,
} from './schemas';

interface Properties {
  metrics: SourceVersion['metrics'];
  params: Record<string, string>;
}

/** Doubles are what was measured; texts, whole numbers and flags are what was set. */
export function readProperties(properties: CustomProperties): Properties {
  const read: Properties = { metrics: [], params: {} };
  for (const [name, property] of Object.entries(properties ?? {})) {
    const { metadataType, double_value: value } = property;
    if (metadataType === 'MetadataDoubleValue') {
      const number = typeof value === 'string' ? Number(value) : value;
      if (typeof number === 'number' && Number.isFinite(number))
        read.metrics.push({ name, value: number });
      continue;
    }
    const text =
      property.string_value ?? property.int_value ?? property.bool_value;
    if (text !== null && text !== undefined && text !== '')
      read.params[name] = String(text);
  }
  return read;
}

function iso(milliseconds: string | null | undefined, field: string): string {
  const time = new Date(Number(milliseconds));
  if (milliseconds && !Number.isNaN(time.getTime())) return time.toISOString();
  throw new InvalidItem(
    `"${milliseconds ?? ''}" is not a time in milliseconds; the registry has to fill it`,
    field,
  );
}

/** The head of a version: everything but its artifacts. */
export function toHead(version: ModelVersion): SourceVersion {
  return {
    nativeId: version.id,
    version: version.name.replace(/[\s/]+/g, '-'),
    createdAt: iso(version.createTimeSinceEpoch, '/createTimeSinceEpoch'),
    status: 'ready',
    stage: version.state === 'ARCHIVED' ? 'archived' : undefined,
    artifacts: [],
    ...readProperties(version.customProperties),
    datasets: [],
    card: version.description || undefined,
    labels: version.author ? { author: version.author } : {},
    uri: `kubeflow:model_versions/${version.id}`,
    extent: 'head',
  };
}

/** Metrics and parameters that have rows of their own, one per name. */
function readRecorded(artifacts: Artifact[]): Properties {
  const read: Properties = { metrics: [], params: {} };
  for (const { artifactType: type, name, value } of artifacts) {
    if (!name || value === null || value === undefined) continue;
    if (type === 'metric' && Number.isFinite(Number(value)))
      read.metrics.push({ name, value: Number(value) });
    if (type === 'parameter') read.params[name] = String(value);
  }
  return read;
}

/** A metric comes once; what stands first is nearer to the version. */
function joinMetrics(parts: Properties[]): Properties['metrics'] {
  const byName = new Map<string, Properties['metrics'][number]>();
  for (const metric of parts.flatMap(part => part.metrics))
    if (!byName.has(metric.name)) byName.set(metric.name, metric);
  return [...byName.values()];
}

/** A version with its files and datasets, and with what was recorded with them. */
export function toWholeVersion(
  head: SourceVersion,
  artifacts: Artifact[],
): SourceVersion {
  const models = artifacts.filter(
    ({ artifactType: type, uri }) =>
      uri && (!type || type === 'model-artifact'),
  );
  const added = [
    readRecorded(artifacts),
    ...models.map(model => readProperties(model.customProperties)),
  ];
  return {
    ...head,
    extent: 'whole',
    artifacts: models.map(({ uri, modelFormatName, modelFormatVersion }) => ({
      uri: uri ?? '',
      format:
        [modelFormatName, modelFormatVersion].filter(Boolean).join(' ') ||
        undefined,
    })),
    datasets: artifacts.flatMap(({ artifactType: type, name, digest }) =>
      type === 'dataset-artifact' && name
        ? [{ name, digest: digest || undefined }]
        : [],
    ),
    metrics: joinMetrics([{ metrics: head.metrics, params: {} }, ...added]),
    params: Object.assign(
      {},
      ...added.map(({ params }) => params).reverse(),
      head.params,
    ),
  };
}

/** A registered model with its versions. */
export function toSourceModel(
  model: RegisteredModel,
  versions: SourceVersion[],
): SourceModel {
  const { params } = readProperties(model.customProperties);
  return {
    nativeId: model.id,
    title: model.name,
    description: model.description || undefined,
    lifecycle: model.state === 'ARCHIVED' ? 'deprecated' : undefined,
    task: params.task,
    license: params.license,
    labels: { ...params, ...(model.owner && { owner: model.owner }) },
    aliases: {},
    versions,
    location: model.name,
  };
}
