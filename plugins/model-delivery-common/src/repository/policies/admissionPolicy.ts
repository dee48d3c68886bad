import { kustomization } from '../base';
import { RepositoryFile, YamlObject } from '../types';
import {
  celConditions,
  celConstraints,
  celValidations,
  celVariables,
} from './cel';
import { Rule } from './rule';
import { policyName } from './rules';

const folder = 'policies/admission-policy';
const apiVersion = 'admissionregistration.k8s.io/v1';

function policy(rules: readonly Rule[]): YamlObject {
  return {
    apiVersion,
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: policyName },
    spec: {
      failurePolicy: 'Fail',
      matchConstraints: celConstraints,
      matchConditions: celConditions,
      variables: celVariables(rules),
      validations: celValidations(rules),
    },
  };
}

// Without a binding the server enforces nothing.
const binding: YamlObject = {
  apiVersion,
  kind: 'ValidatingAdmissionPolicyBinding',
  metadata: { name: policyName },
  spec: { policyName, validationActions: ['Deny'] },
};

/** Files of `policies/admission-policy/`. */
export function admissionPolicyFiles(rules: readonly Rule[]): RepositoryFile[] {
  return [
    {
      path: `${folder}/kustomization.yaml`,
      documents: [
        kustomization({ resources: ['binding.yaml', 'policy.yaml'] }),
      ],
    },
    { path: `${folder}/policy.yaml`, documents: [policy(rules)] },
    { path: `${folder}/binding.yaml`, documents: [binding] },
  ];
}
