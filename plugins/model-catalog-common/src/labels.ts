/**
 * Keys of the labels and annotations that Modelyard writes and reads: the only
 * place they are spelled out. Generator, policies, cost attribution and CI all
 * import them from here.
 */

/**
 * Labels of a Pod that runs a model. Values are slugs of at most 63 characters;
 * the full value stands in the annotation of the same name plus `-ref`.
 *
 * @public
 */
export const modelLabels = {
  model: 'modelyard.io/model',
  modelVersion: 'modelyard.io/model-version',
  service: 'modelyard.io/service',
  environment: 'modelyard.io/environment',
  owner: 'modelyard.io/owner',
  costCenter: 'modelyard.io/cost-center',
  tenant: 'modelyard.io/tenant',
} as const;

/**
 * Label of a Pod that trains a model: the id of the run in the registry, by which
 * its cost finds the version that the run produced.
 *
 * @public
 */
export const trainingRunLabel = 'modelyard.io/run-id';

/**
 * Labels shared with the rest of Kubernetes.
 *
 * @public
 */
export const kubernetesLabels = {
  name: 'app.kubernetes.io/name',
  component: 'app.kubernetes.io/component',
  partOf: 'app.kubernetes.io/part-of',
  managedBy: 'app.kubernetes.io/managed-by',
} as const;

/**
 * Value of {@link kubernetesLabels}.component on everything that serves a model.
 *
 * @public
 */
export const inferenceComponent = 'ai-inference';

/**
 * Value of {@link kubernetesLabels}.component on everything that trains a model.
 *
 * @public
 */
export const trainingComponent = 'ai-training';

/**
 * Label that mirrors the signed verdict: `passed | conditional | failed | unknown`.
 *
 * @public
 */
export const complianceLabel = 'responsible-ai-compliance';

/**
 * Annotation that mirrors whether people reviewed the version: `audited | pending`.
 *
 * @public
 */
export const alignmentAnnotation = 'ai-alignment-status';

/**
 * Annotations of workloads. `modelRef` carries the full entity ref, `license`
 * the SPDX expression of the model.
 *
 * @public
 */
export const modelAnnotations = {
  modelRef: 'modelyard.io/model-ref',
  modelDigest: 'modelyard.io/model-digest',
  modelRegistryRef: 'modelyard.io/model-registry-ref',
  ownerRef: 'modelyard.io/owner-ref',
  verdictDigest: 'modelyard.io/verdict-digest',
  biasDriftThreshold: 'modelyard.io/bias-drift-threshold',
  license: 'modelyard.io/license',
  licenseCheck: 'modelyard.io/license-check',
  vulnerabilityScanRequired: 'modelyard.io/vulnerability-scan-required',
} as const;

/**
 * Annotations of Model entities that a source provides.
 *
 * @public
 */
export const entityAnnotations = {
  source: 'modelyard.io/source',
  sourceRef: 'modelyard.io/source-ref',
} as const;

/**
 * Longest value that Kubernetes accepts for a label.
 *
 * @public
 */
export const maxLabelLength = 63;

/**
 * Turns any text into a legal label value: lower case, `[a-z0-9.-]`, at most 63
 * characters, starting and ending with a letter or digit. Empty when nothing of
 * the text survives.
 *
 * @public
 */
export function toLabelValue(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, maxLabelLength)
    .replace(/[^a-z0-9]+$/, '');
}

/**
 * Name under which OpenCost reports a label: every character outside
 * `[a-zA-Z0-9_]` becomes `_`.
 *
 * @public
 */
export function toOpenCostLabel(key: string): string {
  return key.replace(/[^a-zA-Z0-9_]/g, '_');
}
