import { ImageSigner } from '../../plan/types';
import { kustomization } from '../base';
import { RepositoryFile, YamlObject } from '../types';
import {
  celConditions,
  celConstraints,
  celValidations,
  celVariables,
} from './cel';
import { imageSignatures } from './imageSignatures';
import { Rule } from './rule';
import { policyName } from './rules';

const folder = 'policies/kyverno';

function policy(rules: readonly Rule[]): YamlObject {
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ValidatingPolicy',
    metadata: { name: policyName },
    spec: {
      failurePolicy: 'Fail',
      validationActions: ['Deny'],
      matchConstraints: celConstraints,
      matchConditions: celConditions,
      variables: celVariables(rules),
      validations: celValidations(rules),
    },
  };
}

/** Files of `policies/kyverno/`; signatures only when somebody has to sign. */
export function kyvernoFiles(
  rules: readonly Rule[],
  signers?: readonly ImageSigner[],
): RepositoryFile[] {
  const policies: [string, YamlObject][] = [
    ...(signers
      ? [
          ['image-signatures.yaml', imageSignatures(signers)] as [
            string,
            YamlObject,
          ],
        ]
      : []),
    ['policy.yaml', policy(rules)],
  ];
  return [
    {
      path: `${folder}/kustomization.yaml`,
      documents: [kustomization({ resources: policies.map(([name]) => name) })],
    },
    ...policies.map(([name, object]) => ({
      path: `${folder}/${name}`,
      documents: [object],
    })),
  ];
}
