import { kustomization } from '../base';
import { RepositoryFile, YamlObject } from '../types';
import {
  celValidations,
  isInferenceExpression,
  policedResources,
  policyName,
} from './rules';

const folder = 'policies/kyverno';

const policy: YamlObject = {
  apiVersion: 'policies.kyverno.io/v1',
  kind: 'ValidatingPolicy',
  metadata: { name: policyName },
  spec: {
    failurePolicy: 'Fail',
    validationActions: ['Deny'],
    matchConstraints: {
      resourceRules: policedResources.map(({ kinds: _kinds, ...rule }) => ({
        ...rule,
        operations: ['CREATE', 'UPDATE'],
      })),
    },
    matchConditions: [
      { name: 'is-ai-inference', expression: isInferenceExpression },
    ],
    validations: celValidations,
  },
};

/** Files of `policies/kyverno/`. */
export const kyvernoFiles: readonly RepositoryFile[] = [
  {
    path: `${folder}/kustomization.yaml`,
    documents: [kustomization({ resources: ['policy.yaml'] })],
  },
  { path: `${folder}/policy.yaml`, documents: [policy] },
];
