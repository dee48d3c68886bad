import { kustomization } from '../base';
import { RepositoryFile, YamlObject } from '../types';
import {
  policedResources,
  policyName,
  rego,
  requiredAnnotations,
  requiredLabels,
} from './rules';
import { allowedSample, deniedSample } from './samples';

const kind = 'ModelyardResponsibleAi';
const folder = 'policies/gatekeeper';
const textList = { type: 'array', items: { type: 'string' } };

const template: YamlObject = {
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
            properties: { labels: textList, annotations: textList },
          },
        },
      },
    },
    targets: [
      {
        target: 'admission.k8s.gatekeeper.sh',
        code: [{ engine: 'Rego', source: { version: 'v1', rego } }],
      },
    ],
  },
};

const constraint: YamlObject = {
  apiVersion: 'constraints.gatekeeper.sh/v1beta1',
  kind,
  metadata: { name: policyName },
  spec: {
    enforcementAction: 'deny',
    match: {
      kinds: policedResources.map(({ apiGroups, kinds }) => ({
        apiGroups,
        kinds,
      })),
    },
    parameters: { labels: requiredLabels, annotations: requiredAnnotations },
  },
};

const suite: YamlObject = {
  apiVersion: 'test.gatekeeper.sh/v1alpha1',
  kind: 'Suite',
  metadata: { name: policyName },
  tests: [
    {
      name: 'responsible-ai',
      template: 'template.yaml',
      constraint: 'constraint.yaml',
      cases: [
        {
          name: 'labelled',
          object: 'samples/allowed.yaml',
          assertions: [{ violations: 0 }],
        },
        {
          name: 'unlabelled',
          object: 'samples/denied.yaml',
          assertions: [{ violations: 1 }],
        },
      ],
    },
  ],
};

/** Files of `policies/gatekeeper/`. */
export const gatekeeperFiles: readonly RepositoryFile[] = [
  {
    path: `${folder}/kustomization.yaml`,
    documents: [
      kustomization({ resources: ['constraint.yaml', 'template.yaml'] }),
    ],
  },
  { path: `${folder}/template.yaml`, documents: [template] },
  { path: `${folder}/constraint.yaml`, documents: [constraint] },
  { path: `${folder}/suite.yaml`, documents: [suite] },
  { path: `${folder}/samples/allowed.yaml`, documents: [allowedSample] },
  { path: `${folder}/samples/denied.yaml`, documents: [deniedSample] },
];
