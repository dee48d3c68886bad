import {
  kubernetesLabels,
  modelLabels,
  toOpenCostLabel,
  trainingComponent,
  trainingRunLabel,
} from '@modelyard/plugin-model-catalog-common';

/** What pod labels of Modelyard say. */
export const labelDimensions = [
  'model',
  'version',
  'environment',
  'service',
  'owner',
  'tenant',
  'costCenter',
] as const;

/** By what spend is attributed. `activity` follows from the others. */
export const dimensions = [...labelDimensions, 'activity'] as const;

export type LabelDimension = (typeof labelDimensions)[number];
export type Dimension = (typeof dimensions)[number];

/** Absent where nothing says it. An activity is `training` or `serving`. */
export type Attribution = Partial<Record<Dimension, string>>;

const labelOf: Record<LabelDimension, string> = {
  model: modelLabels.model,
  version: modelLabels.modelVersion,
  environment: modelLabels.environment,
  service: modelLabels.service,
  owner: modelLabels.owner,
  tenant: modelLabels.tenant,
  costCenter: modelLabels.costCenter,
};

/**
 * What a namespace can say about the pods in it. It can't say which model they
 * serve: its gateways and helpers would be charged to the model.
 */
const saidByNamespace = new Set<LabelDimension>([
  'environment',
  'owner',
  'tenant',
  'costCenter',
]);

/** Kubernetes allows 63; more than this can't be a label. */
const maxLength = 255;

type Labels = ReadonlyMap<string, string>;

const noLabels: Labels = new Map();

/** Spelling a key takes longer than looking it up. */
const spelled = new Map<string, string>(
  [...Object.values(labelOf), trainingRunLabel, kubernetesLabels.component].map(
    key => [key, toOpenCostLabel(key)],
  ),
);

function read(labels: Labels, key: string): string | undefined {
  const value = labels.get(key) ?? labels.get(spelled.get(key) ?? key);
  if (value && value.length > maxLength)
    throw new Error(`label ${key} is longer than ${maxLength} characters`);
  return value || undefined;
}

/** What the labels of a row say. */
export interface Attributed {
  attribution: Attribution;
  /** Makes it training: the run, or the service of a job that knows none. */
  runId?: string;
}

/**
 * Reads the labels of a row, spelled as in Kubernetes or as in OpenCost. Those it
 * may have from its namespace only name no model.
 */
export function attribute(
  labels: Labels,
  namespaceLabels: Labels = noLabels,
): Attributed {
  const attribution: Attribution = {};
  for (const dimension of labelDimensions) {
    const key = labelOf[dimension];
    const value = read(labels, key);
    if (!value) continue;
    if (!saidByNamespace.has(dimension) && read(namespaceLabels, key)) continue;
    attribution[dimension] = value;
  }
  const trains = read(labels, kubernetesLabels.component) === trainingComponent;
  return {
    attribution,
    runId:
      read(labels, trainingRunLabel) ??
      (trains ? attribution.service : undefined),
  };
}
