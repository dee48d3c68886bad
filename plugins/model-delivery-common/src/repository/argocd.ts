import { runtimeOf } from '../runtimes/runtimes';
import { kustomization } from './base';
import { extraTypes } from './extras';
import { fromRoot } from './folder';
import { serviceLabels } from './labels';
import { placesOf } from './places';
import { RepositoryFile, RepositoryModel, YamlObject } from './types';

const apiVersion = 'argoproj.io/v1alpha1';
const cluster = 'https://kubernetes.default.svc';
const argoNamespace = 'argocd';

/** Kinds of every service. */
const commonKinds = [
  { group: 'networking.k8s.io', kind: 'NetworkPolicy' },
  { group: '', kind: 'ServiceAccount' },
];

/** Kinds that the repository may render; nothing else may come from it. */
function renderedKinds(repository: RepositoryModel): YamlObject[] {
  return [...runtimeOf(repository).kinds, ...extraTypes, ...commonKinds]
    .map(({ group, kind }) => ({ group, kind }))
    .sort((a, b) => (`${a.group}/${a.kind}` < `${b.group}/${b.kind}` ? -1 : 1));
}

function syncWindows({ input }: RepositoryModel): YamlObject {
  const { syncWindows: windows = [], name } = input;
  if (!windows.length) return {};
  return {
    syncWindows: windows.map(
      ({ kind, cron, hours, timeZone, environments }) => ({
        kind,
        schedule: cron,
        duration: `${hours}h`,
        timeZone: timeZone ?? 'Etc/UTC',
        // A person may sync by hand when something burns.
        manualSync: true,
        applications: environments?.map(e => `${name}-${e}`) ?? ['*'],
      }),
    ),
  };
}

function metadata(repository: RepositoryModel): YamlObject {
  return {
    name: repository.input.name,
    namespace: argoNamespace,
    labels: serviceLabels(repository),
  };
}

function project(repository: RepositoryModel): YamlObject {
  const namespaces = new Set(placesOf(repository).map(p => p.namespace));
  return {
    apiVersion,
    kind: 'AppProject',
    metadata: metadata(repository),
    spec: {
      description: `Inference service ${repository.input.name}`,
      sourceRepos: [repository.context.repositoryUrl],
      destinations: [...namespaces].map(namespace => ({
        server: cluster,
        namespace,
      })),
      clusterResourceWhitelist: [],
      namespaceResourceWhitelist: renderedKinds(repository),
      ...syncWindows(repository),
      orphanedResources: { warn: false },
    },
  };
}

const syncPolicy = {
  automated: { prune: true, selfHeal: true },
  syncOptions: [
    'CreateNamespace=false',
    'ServerSideApply=true',
    'RespectIgnoreDifferences=true',
    'ApplyOutOfSyncOnly=true',
  ],
  retry: {
    limit: 5,
    backoff: { duration: '10s', factor: 2, maxDuration: '5m' },
  },
};

function applicationTemplate(repository: RepositoryModel): YamlObject {
  const { input, context } = repository;
  return {
    metadata: { name: `${input.name}-{{.environment}}` },
    spec: {
      project: input.name,
      source: {
        repoURL: context.repositoryUrl,
        targetRevision: 'main',
        path: fromRoot(repository, 'overlays/{{.environment}}'),
      },
      destination: { server: cluster, namespace: '{{.namespace}}' },
      syncPolicy,
      // The autoscaler owns the number of replicas.
      ignoreDifferences: [
        { group: 'apps', kind: 'Deployment' },
        { group: 'argoproj.io', kind: 'Rollout' },
      ].map(scaled => ({ ...scaled, jsonPointers: ['/spec/replicas'] })),
      revisionHistoryLimit: 10,
    },
  };
}

function applicationSet(repository: RepositoryModel): YamlObject {
  return {
    apiVersion,
    kind: 'ApplicationSet',
    metadata: metadata(repository),
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ list: { elements: placesOf(repository) } }],
      // An environment that leaves the list keeps what it runs.
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: applicationTemplate(repository),
    },
  };
}

/** Files of `argocd/`. */
export function argocdFiles(repository: RepositoryModel): RepositoryFile[] {
  return [
    {
      path: 'argocd/kustomization.yaml',
      documents: [
        kustomization({
          resources: ['applicationset.yaml', 'appproject.yaml'],
        }),
      ],
    },
    { path: 'argocd/appproject.yaml', documents: [project(repository)] },
    {
      path: 'argocd/applicationset.yaml',
      documents: [applicationSet(repository)],
    },
  ];
}
