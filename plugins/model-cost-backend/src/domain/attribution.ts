import {
  modelLabels,
  toOpenCostLabel,
} from '@modelyard/plugin-model-catalog-common';

/** By what spend is attributed: the pod labels of Modelyard. */
export const dimensions = [
  'model',
  'version',
  'environment',
  'service',
  'owner',
  'tenant',
  'costCenter',
] as const;

export type Dimension = (typeof dimensions)[number];

/** Values of the labels; absent where a label is missing or empty. */
export type Attribution = Partial<Record<Dimension, string>>;

const labelOf: Record<Dimension, string> = {
  model: modelLabels.model,
  version: modelLabels.modelVersion,
  environment: modelLabels.environment,
  service: modelLabels.service,
  owner: modelLabels.owner,
  tenant: modelLabels.tenant,
  costCenter: modelLabels.costCenter,
};

/** Kubernetes allows 63; more than this can't be a label. */
const maxLength = 255;

/** Reads the labels of a row, spelled as in Kubernetes or as in OpenCost. */
export function attribute(labels: ReadonlyMap<string, string>): Attribution {
  const attribution: Attribution = {};
  for (const dimension of dimensions) {
    const key = labelOf[dimension];
    const value = labels.get(key) ?? labels.get(toOpenCostLabel(key));
    if (!value) continue;
    if (value.length > maxLength)
      throw new Error(`label ${key} is longer than ${maxLength} characters`);
    attribution[dimension] = value;
  }
  return attribution;
}
