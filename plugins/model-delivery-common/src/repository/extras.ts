import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { runtimeKeyOf, runtimeOptions } from '../input/runtimeOptions';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { makeObject } from '../runtimes/objects';
import { secretNameOf } from '../runtimes/pod';
import { minReplicasOf } from '../input/replicas';
import { ObjectType } from '../runtimes/Runtime';
import { serviceLabels } from './labels';
import { monitoringObjects, monitoringTypes } from './monitoring/monitoring';
import { RepositoryModel, YamlObject } from './types';

const budgetType: ObjectType = {
  group: 'policy',
  version: 'v1',
  kind: 'PodDisruptionBudget',
};
const quotaType: ObjectType = {
  group: '',
  version: 'v1',
  kind: 'ResourceQuota',
};
const externalSecretType: ObjectType = {
  group: 'external-secrets.io',
  version: 'v1',
  kind: 'ExternalSecret',
};

/** Kinds that any service may have besides its workload. */
export const extraTypes: readonly ObjectType[] = [
  budgetType,
  quotaType,
  externalSecretType,
  ...monitoringTypes,
];

function labelsIn(
  repository: RepositoryModel,
  { input }: PlannedEnvironment,
): Record<string, string> {
  return {
    ...serviceLabels(repository),
    [modelLabels.environment]: input.name,
  };
}

/** Keeps replicas up while nodes are drained; a single one could never move. */
function disruptionBudgets(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  const { input } = repository;
  const { job } = runtimeOptions[runtimeKeyOf(input.runtime)];
  if (job || minReplicasOf(environment.input) < 2) return [];
  const selector = { matchLabels: { [modelLabels.service]: input.name } };
  const labels = labelsIn(repository, environment);
  const spec = { maxUnavailable: 1, selector };
  return [makeObject(repository, budgetType, { spec }, { labels })];
}

function quotas(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  const { quota, resources } = environment.input;
  if (!quota) return [];
  const hard: Record<string, string> = {
    'requests.cpu': quota.cpu,
    'requests.memory': quota.memory,
    'limits.cpu': quota.cpu,
    'limits.memory': quota.memory,
    ...(resources.gpu &&
      quota.gpu !== undefined && {
        [`requests.${resources.gpu.resource}`]: String(quota.gpu),
      }),
  };
  const labels = labelsIn(repository, environment);
  return [makeObject(repository, quotaType, { spec: { hard } }, { labels })];
}

function externalSecrets(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  const labels = labelsIn(repository, environment);
  const { secrets = [] } = repository.input;
  return secrets.map(({ name, store, key, variables }) => {
    const spec = {
      refreshInterval: '1h',
      secretStoreRef: {
        kind: store.kind ?? 'ClusterSecretStore',
        name: store.name,
      },
      target: {
        name: secretNameOf(repository, name),
        creationPolicy: 'Owner',
      },
      data: Object.entries(variables)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([secretKey, property]) => ({
          secretKey,
          remoteRef: { key, property },
        })),
    };
    const more = { suffix: name, labels };
    return makeObject(repository, externalSecretType, { spec }, more);
  });
}

/** Objects of one environment besides the workload and what scales it. */
export function extrasOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  return [
    ...disruptionBudgets(repository, environment),
    ...quotas(repository, environment),
    ...externalSecrets(repository, environment),
    ...monitoringObjects(repository, environment),
  ];
}
