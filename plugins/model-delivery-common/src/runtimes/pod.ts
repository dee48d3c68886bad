import { EnvironmentInput } from '../input/serviceInputSchema';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { workloadAnnotations, workloadLabels } from '../repository/labels';
import { RepositoryModel, YamlObject } from '../repository/types';
import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { minReplicasOf } from '../input/replicas';

const probeSeconds = 10;
const mebibyte = 2 ** 20;
const scratchMebibytes = 512;

/** Container security of every workload that we plan. */
export const containerSecurity = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Name of the secret that External Secrets makes for a service. */
export function secretNameOf({ input }: RepositoryModel, name: string): string {
  return `${input.name}-${name}`;
}

/** Variables of the container: plain ones, then those from secrets. */
export function variables(
  repository: RepositoryModel,
  fixed: Readonly<Record<string, string>> = {},
): YamlObject[] {
  const { env = {}, secrets = [] } = repository.input;
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) =>
    a < b ? -1 : 1;
  const plain = Object.entries({ ...fixed, ...env })
    .sort(byName)
    .map(([name, value]) => ({ name, value }));
  const secret = secrets.flatMap(({ name: secretName, variables: names }) =>
    Object.keys(names)
      .sort()
      .map(name => ({
        name,
        valueFrom: {
          secretKeyRef: {
            name: secretNameOf(repository, secretName),
            key: name,
          },
        },
      })),
  );
  return [...plain, ...secret];
}

/** Requests equal limits: what is paid for is what is there. */
export function resourcesOf({ resources }: EnvironmentInput): YamlObject {
  const amounts: Record<string, string> = {
    cpu: resources.cpu,
    memory: resources.memory,
    ...(resources.gpu && {
      [resources.gpu.resource]: String(resources.gpu.count),
    }),
  };
  return { requests: amounts, limits: { ...amounts } };
}

/** Like {@link resourcesOf}, with room on disk for the model. */
export function resourcesWithDisk(
  { storage }: RepositoryModel,
  environment: EnvironmentInput,
): YamlObject {
  const amount =
    scratchMebibytes + Math.ceil((storage.sizeBytes * 2) / mebibyte);
  const disk = { 'ephemeral-storage': `${amount}Mi` };
  const { requests, limits } = resourcesOf(environment) as Record<
    'requests' | 'limits',
    Record<string, string>
  >;
  return { requests: { ...requests, ...disk }, limits: { ...limits, ...disk } };
}

/** A probe that waits as long as the model may take to load. */
export function startupProbe(
  { storage }: RepositoryModel,
  handler: YamlObject,
): YamlObject {
  return {
    ...handler,
    periodSeconds: probeSeconds,
    failureThreshold: Math.ceil(storage.loadSeconds / probeSeconds),
  };
}

/** A probe that takes a replica out of the traffic. */
export function readinessProbe(handler: YamlObject): YamlObject {
  return { ...handler, periodSeconds: probeSeconds };
}

/** Labels and annotations that reach the Pods, and with them the bill. */
export function podMetadata(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): { labels: Record<string, string>; annotations: Record<string, string> } {
  return {
    labels: workloadLabels(repository, environment),
    annotations: workloadAnnotations(repository, environment),
  };
}

const topologies = {
  zone: 'topology.kubernetes.io/zone',
  host: 'kubernetes.io/hostname',
};

function spread(
  repository: RepositoryModel,
  { input }: PlannedEnvironment,
  spreadByDefault: boolean,
): YamlObject[] {
  const fallback = spreadByDefault ? 'zone' : 'none';
  const over = input.placement?.spread ?? fallback;
  if (over === 'none' || minReplicasOf(input) < 2) return [];
  return [
    {
      maxSkew: 1,
      topologyKey: topologies[over],
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector: {
        matchLabels: { [modelLabels.service]: repository.input.name },
      },
    },
  ];
}

const defaultSpot = {
  nodeSelector: { 'karpenter.sh/capacity-type': 'spot' },
};

function gpuProductLabel(resource: string): string {
  return `${resource.split('/')[0]}/gpu.product`;
}

function nodeSelector(
  { context }: RepositoryModel,
  { input: { placement, resources } }: PlannedEnvironment,
): Record<string, string> {
  const { gpu } = resources;
  const spot = context.rules?.spot ?? defaultSpot;
  return {
    ...placement?.nodeSelector,
    ...(placement?.spot && spot.nodeSelector),
    ...(gpu?.product && { [gpuProductLabel(gpu.resource)]: gpu.product }),
  };
}

function tolerations(
  { context }: RepositoryModel,
  { input: { placement, resources } }: PlannedEnvironment,
): YamlObject[] {
  const spot = (placement?.spot && context.rules?.spot?.tolerations) || [];
  const gpu = resources.gpu
    ? [{ key: resources.gpu.resource, effect: 'NoSchedule' }]
    : [];
  const wanted: { key: string; value?: string; effect?: string }[] = [
    ...(placement?.tolerations ?? []),
    ...spot,
    ...gpu,
  ];
  return wanted.map(({ key, value, effect }) => ({
    key,
    operator: value === undefined ? 'Exists' : 'Equal',
    ...(value !== undefined && { value }),
    ...(effect && { effect }),
  }));
}

/**
 * On which nodes the Pods run. Knative takes these fields only where its
 * features are switched on, so that nothing is spread there unasked.
 */
export function placementOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  options: { spreadByDefault: boolean },
): YamlObject {
  const nodes = nodeSelector(repository, environment);
  const taints = tolerations(repository, environment);
  const constraints = spread(repository, environment, options.spreadByDefault);
  return {
    ...(Object.keys(nodes).length && { nodeSelector: nodes }),
    ...(taints.length && { tolerations: taints }),
    ...(constraints.length && { topologySpreadConstraints: constraints }),
  };
}
