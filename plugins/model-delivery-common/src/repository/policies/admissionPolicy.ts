import { kustomization } from '../base';
import { RepositoryFile, YamlObject } from '../types';
import {
  celValidations,
  isInferenceExpression,
  policedResources,
  policyName,
} from './rules';

const folder = 'policies/admission-policy';
const apiVersion = 'admissionregistration.k8s.io/v1';

const policy: YamlObject = {
  apiVersion,
  kind: 'ValidatingAdmissionPolicy',
  metadata: { name: policyName },
  spec: {
    failurePolicy: 'Fail',
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

// Without a binding the server enforces nothing.
const binding: YamlObject = {
  apiVersion,
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name: policyName },
  spec: { policyName, validationActions: ['Deny'] },
};

/** Files of `policies/admission-policy/`. */
export const admissionPolicyFiles: readonly RepositoryFile[] = [
  {
    path: `${folder}/kustomization.yaml`,
    documents: [kustomization({ resources: ['binding.yaml', 'policy.yaml'] })],
  },
  { path: `${folder}/policy.yaml`, documents: [policy] },
  { path: `${folder}/binding.yaml`, documents: [binding] },
];
