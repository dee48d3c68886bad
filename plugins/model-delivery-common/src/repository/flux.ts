import { inferenceServiceType, kustomization } from './base';
import { serviceLabels } from './labels';
import { placesOf } from './places';
import { RepositoryFile, RepositoryModel, YamlObject } from './types';

const fluxNamespace = 'flux-system';

function source(repository: RepositoryModel): YamlObject {
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: {
      name: repository.input.name,
      namespace: fluxNamespace,
      labels: serviceLabels(repository),
    },
    spec: {
      url: repository.context.repositoryUrl,
      ref: { branch: 'main' },
      interval: '1m',
      timeout: '1m',
    },
  };
}

const ready = "status.conditions.exists(c, c.type == 'Ready' && c.status == ";

function environments(repository: RepositoryModel): YamlObject[] {
  const { name } = repository.input;
  const { group, version, kind } = inferenceServiceType;
  return placesOf(repository).map(({ environment, namespace }) => ({
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: {
      name: `${name}-${environment}`,
      namespace: fluxNamespace,
      labels: serviceLabels(repository),
    },
    spec: {
      interval: '10m',
      retryInterval: '1m',
      timeout: '15m',
      path: `./overlays/${environment}`,
      prune: true,
      // An environment that leaves the list keeps what it runs.
      deletionPolicy: 'Orphan',
      wait: true,
      targetNamespace: namespace,
      sourceRef: { kind: 'GitRepository', name },
      healthCheckExprs: [
        {
          apiVersion: `${group}/${version}`,
          kind,
          current: `has(status.conditions) && ${ready}'True')`,
        },
      ],
    },
  }));
}

/** Files of `flux/`. */
export function fluxFiles(repository: RepositoryModel): RepositoryFile[] {
  return [
    {
      path: 'flux/kustomization.yaml',
      documents: [
        kustomization({ resources: ['environments.yaml', 'source.yaml'] }),
      ],
    },
    { path: 'flux/source.yaml', documents: [source(repository)] },
    { path: 'flux/environments.yaml', documents: environments(repository) },
  ];
}
