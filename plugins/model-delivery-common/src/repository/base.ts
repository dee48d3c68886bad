import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { serviceLabels } from './labels';
import { containerSecurity, modeOf } from './predictor';
import { RepositoryFile, RepositoryModel, YamlObject } from './types';

const inferenceApi = 'serving.kserve.io/v1beta1';

/** Annotation that chooses between `Standard` and `Knative`. */
export const deploymentMode = 'serving.kserve.io/deploymentMode';

/** Kind and API of what serves a model. */
export const inferenceServiceType = {
  group: 'serving.kserve.io',
  version: 'v1beta1',
  kind: 'InferenceService',
};

/** Says to kustomize what a folder holds. */
export function kustomization(content: YamlObject): YamlObject {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...content,
  };
}

/**
 * What holds in every environment. It pins no version and has no address of a
 * model: alone it serves nothing, and a change of version never touches it.
 */
export function baseInferenceService(repository: RepositoryModel): YamlObject {
  const { input, storage } = repository;
  const mode = modeOf(repository) === 'knative' ? 'Knative' : 'Standard';
  return {
    apiVersion: inferenceApi,
    kind: inferenceServiceType.kind,
    metadata: {
      name: input.name,
      labels: serviceLabels(repository),
      annotations: { [deploymentMode]: mode },
    },
    spec: {
      predictor: {
        labels: serviceLabels(repository),
        serviceAccountName: input.name,
        model: {
          modelFormat: { name: storage.modelFormat },
          securityContext: containerSecurity,
        },
      },
    },
  };
}

function serviceAccount(repository: RepositoryModel): YamlObject {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: repository.input.name,
      labels: serviceLabels(repository),
    },
    automountServiceAccountToken: false,
  };
}

/**
 * Traffic only from inside the cluster (gateway, autoscaler, metrics), and out
 * only to the cluster and over TLS, which loading a model needs.
 */
function networkPolicy(repository: RepositoryModel): YamlObject {
  const anyPod = [{ namespaceSelector: {} }];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: repository.input.name,
      labels: serviceLabels(repository),
    },
    spec: {
      podSelector: {
        matchLabels: { [modelLabels.service]: repository.input.name },
      },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: anyPod }],
      egress: [{ to: anyPod }, { ports: [{ port: 443, protocol: 'TCP' }] }],
    },
  };
}

/** Files of `base/`. */
export function baseFiles(repository: RepositoryModel): RepositoryFile[] {
  const objects: [string, YamlObject][] = [
    ['inferenceservice.yaml', baseInferenceService(repository)],
    ['networkpolicy.yaml', networkPolicy(repository)],
    ['serviceaccount.yaml', serviceAccount(repository)],
  ];
  return [
    {
      path: 'base/kustomization.yaml',
      documents: [kustomization({ resources: objects.map(([name]) => name) })],
    },
    ...objects.map(([name, object]) => ({
      path: `base/${name}`,
      documents: [object],
    })),
  ];
}
