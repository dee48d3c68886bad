import { runtimeOf } from '../runtimes/runtimes';
import { apiVersionOf } from '../runtimes/objects';
import { kustomization } from './base';
import { fromRoot } from './folder';
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

/** How Flux knows that a workload is there, where its status is not enough. */
function healthChecks(repository: RepositoryModel): YamlObject {
  const runtime = runtimeOf(repository);
  if (!runtime.current) return {};
  const type = runtime.workload(repository);
  return {
    healthCheckExprs: [
      {
        apiVersion: apiVersionOf(type),
        kind: type.kind,
        current: runtime.current,
      },
    ],
  };
}

function environments(repository: RepositoryModel): YamlObject[] {
  const { name } = repository.input;
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
      path: `./${fromRoot(repository, `overlays/${environment}`)}`,
      prune: true,
      // An environment that leaves the list keeps what it runs.
      deletionPolicy: 'Orphan',
      wait: true,
      targetNamespace: namespace,
      sourceRef: { kind: 'GitRepository', name },
      ...healthChecks(repository),
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
