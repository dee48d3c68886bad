import {
  alignmentAnnotation,
  complianceLabel,
  inferenceComponent,
  kubernetesLabels,
} from '@modelyard/plugin-model-catalog-common';

/** Name of the seed policy in every engine. */
export const policyName = 'modelyard-responsible-ai';

/** What a workload of the component must carry. */
export const requiredLabels = [complianceLabel];

/** What a workload of the component must carry. */
export const requiredAnnotations = [alignmentAnnotation];

/** Workloads the policy looks at. */
export const policedResources = [
  {
    apiGroups: ['serving.kserve.io'],
    apiVersions: ['v1beta1'],
    resources: ['inferenceservices'],
    kinds: ['InferenceService'],
  },
  {
    apiGroups: ['apps'],
    apiVersions: ['v1'],
    resources: ['deployments'],
    kinds: ['Deployment'],
  },
];

const component = kubernetesLabels.component;

// Places where a workload may say which component it is: itself and its Pods.
const componentPaths = [
  ['metadata', 'labels'],
  ['spec', 'template', 'metadata', 'labels'],
  ['spec', 'predictor', 'labels'],
];

function present(path: readonly string[], key: string): string {
  const parents = path.map(
    (_, i) => `has(object.${path.slice(0, i + 1).join('.')})`,
  );
  return [...parents, `'${key}' in object.${path.join('.')}`].join(' && ');
}

/** CEL: whether the object is an inference workload. */
export const isInferenceExpression = componentPaths
  .map(
    path =>
      `(${present(path, component)} && object.${path.join('.')}['${component}'] == '${inferenceComponent}')`,
  )
  .join(' || ');

/** CEL rules with the message that names what is missing. */
export const celValidations = [
  ...requiredLabels.map(key => ({
    key,
    path: ['metadata', 'labels'],
    what: 'label',
  })),
  ...requiredAnnotations.map(key => ({
    key,
    path: ['metadata', 'annotations'],
    what: 'annotation',
  })),
].map(({ key, path, what }) => ({
  expression: `${present(path, key)} && object.${path.join('.')}['${key}'] != ''`,
  message: `component ${inferenceComponent} must carry the ${what} ${key}`,
}));

const regoPath = (path: readonly string[]) =>
  [...path, component].map(step => `"${step}"`).join(', ');

/** Rego v1 of the same rule for Gatekeeper. */
export const rego = `package modelyardresponsibleai

component := "${inferenceComponent}"

metadata := input.review.object.metadata

${componentPaths
  .map(
    path =>
      `is_inference if object.get(input.review.object, [${regoPath(path)}], "") == component`,
  )
  .join('\n\n')}

missing contains sprintf("the label %v", [key]) if {
\tsome key in input.parameters.labels
\tobject.get(metadata, ["labels", key], "") == ""
}

missing contains sprintf("the annotation %v", [key]) if {
\tsome key in input.parameters.annotations
\tobject.get(metadata, ["annotations", key], "") == ""
}

violation contains {"msg": msg} if {
\tis_inference
\tcount(missing) > 0
\tmsg := sprintf("%v %v: component %v must carry %v", [
\t\tinput.review.object.kind,
\t\tobject.get(metadata, "name", ""),
\t\tcomponent,
\t\tconcat(" and ", sort(missing)),
\t])
}
`;
