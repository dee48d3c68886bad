import { kustomization } from '../base';
import { RepositoryFile, YamlObject } from '../types';
import { regoOf } from './rego';
import { Rule } from './rule';
import { policyName } from './rules';
import { Sample, sampleName } from './samples';
import { workloadGroups } from './workloads';

const kind = 'ModelyardResponsibleAi';
const folder = 'policies/gatekeeper';

function template(rules: readonly Rule[]): YamlObject {
  const parameters = rules.flatMap(rule => rule.parameters);
  return {
    apiVersion: 'templates.gatekeeper.sh/v1',
    kind: 'ConstraintTemplate',
    metadata: { name: kind.toLowerCase() },
    spec: {
      crd: {
        spec: {
          names: { kind },
          validation: {
            openAPIV3Schema: {
              type: 'object',
              properties: Object.fromEntries(
                parameters.map(({ name, items }) => [
                  name,
                  { type: 'array', items },
                ]),
              ),
            },
          },
        },
      },
      targets: [
        {
          target: 'admission.k8s.gatekeeper.sh',
          code: [
            {
              engine: 'Rego',
              source: { version: 'v1', rego: regoOf(rules) },
            },
          ],
        },
      ],
    },
  };
}

function constraint(rules: readonly Rule[]): YamlObject {
  return {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind,
    metadata: { name: policyName },
    spec: {
      enforcementAction: 'deny',
      match: {
        kinds: workloadGroups.map(({ group, kinds }) => ({
          apiGroups: [group],
          kinds: Object.keys(kinds),
        })),
      },
      parameters: Object.fromEntries(
        rules.flatMap(rule =>
          rule.parameters.map(({ name, value }) => [name, value]),
        ),
      ),
    },
  };
}

// A sample that breaks a rule must break nothing else.
function suite(samples: readonly Sample[]): YamlObject {
  return {
    apiVersion: 'test.gatekeeper.sh/v1alpha1',
    kind: 'Suite',
    metadata: { name: policyName },
    tests: [
      {
        name: 'responsible-ai',
        template: 'template.yaml',
        constraint: 'constraint.yaml',
        cases: samples.map(({ name, breaks }) => ({
          name,
          object: `../samples/${sampleName(name)}`,
          assertions: breaks
            ? [{ violations: 1 }, { violations: 1, message: `^${breaks}: ` }]
            : [{ violations: 0 }],
        })),
      },
    ],
  };
}

/** Files of `policies/gatekeeper/`. */
export function gatekeeperFiles(
  rules: readonly Rule[],
  samples: readonly Sample[],
): RepositoryFile[] {
  return [
    {
      path: `${folder}/kustomization.yaml`,
      documents: [
        kustomization({ resources: ['constraint.yaml', 'template.yaml'] }),
      ],
    },
    { path: `${folder}/template.yaml`, documents: [template(rules)] },
    { path: `${folder}/constraint.yaml`, documents: [constraint(rules)] },
    { path: `${folder}/suite.yaml`, documents: [suite(samples)] },
  ];
}
