import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { runtimeKeyOf, runtimeOptions } from '../input/runtimeOptions';
import { runtimeOf } from '../runtimes/runtimes';
import { fileNameOf } from './fileName';
import { serviceLabels } from './labels';
import { RepositoryFile, RepositoryModel, YamlObject } from './types';

/** Says to kustomize what a folder holds. */
export function kustomization(content: YamlObject): YamlObject {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    ...content,
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
 * Traffic only from inside the cluster (gateway, autoscaler, metrics), none to a
 * job, and out only to the cluster and over TLS, which loading a model needs.
 */
function networkPolicy(repository: RepositoryModel): YamlObject {
  const anyPod = [{ namespaceSelector: {} }];
  const { job } = runtimeOptions[runtimeKeyOf(repository.input.runtime)];
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
      ingress: job ? [] : [{ from: anyPod }],
      egress: [{ to: anyPod }, { ports: [{ port: 443, protocol: 'TCP' }] }],
    },
  };
}

/** Every object of `base/`. */
export function baseObjects(repository: RepositoryModel): YamlObject[] {
  return [
    ...runtimeOf(repository).base(repository),
    networkPolicy(repository),
    serviceAccount(repository),
  ];
}

/** Files of `base/`. */
export function baseFiles(repository: RepositoryModel): RepositoryFile[] {
  const files = baseObjects(repository).map(object => ({
    name: `${fileNameOf(repository, object)}.yaml`,
    object,
  }));
  return [
    {
      path: 'base/kustomization.yaml',
      documents: [kustomization({ resources: files.map(({ name }) => name) })],
    },
    ...files.map(({ name, object }) => ({
      path: `base/${name}`,
      documents: [object],
    })),
  ];
}
