import { canaryName } from '../input/checkEnvironments';
import { EnvironmentInput } from '../input/serviceInputSchema';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { workloadAnnotations, workloadLabels } from './labels';
import { RepositoryModel, YamlObject } from './types';

const servingPort = 8080;
const probeSeconds = 10;

/** Pod security that every serving runtime of KServe runs under. */
export const containerSecurity = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  runAsNonRoot: true,
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Deployment mode of the runtime. */
export function modeOf({ input }: RepositoryModel): 'standard' | 'knative' {
  return input.runtime.mode ?? 'standard';
}

/** Least number of replicas of an environment. */
export function minReplicasOf({ scaling }: EnvironmentInput): number {
  return scaling.kind === 'fixed' ? scaling.replicas : scaling.minReplicas;
}

function resources({ resources: wanted }: EnvironmentInput): YamlObject {
  const amounts: Record<string, string> = {
    cpu: wanted.cpu,
    memory: wanted.memory,
    ...(wanted.gpu && { [wanted.gpu.resource]: String(wanted.gpu.count) }),
  };
  return { requests: amounts, limits: { ...amounts } };
}

/**
 * Probes on the port of every KServe runtime; the time allowed to start follows
 * from the size of the model. Knative brings its own and refuses ours.
 */
function probes(repository: RepositoryModel): YamlObject {
  if (modeOf(repository) === 'knative') return {};
  const handler = { tcpSocket: { port: servingPort } };
  const failureThreshold = Math.ceil(
    repository.storage.loadSeconds / probeSeconds,
  );
  return {
    startupProbe: {
      ...handler,
      periodSeconds: probeSeconds,
      failureThreshold,
    },
    readinessProbe: { ...handler, periodSeconds: probeSeconds },
  };
}

/** The `model` of a predictor in one environment, pinned to the version. */
export function modelOf(
  repository: RepositoryModel,
  environment: EnvironmentInput,
): YamlObject {
  const { input, storage } = repository;
  const env = Object.entries(input.env ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ({ name, value }));
  return {
    modelFormat: { name: storage.modelFormat },
    storageUri: storage.storageUri,
    ...(input.image && { image: input.image }),
    ...(env.length && { env }),
    resources: resources(environment),
    ...probes(repository),
  };
}

/** Replicas and what scales them. */
export function scalingOf({ scaling }: EnvironmentInput): YamlObject {
  if (scaling.kind === 'fixed') {
    return { minReplicas: scaling.replicas, maxReplicas: scaling.replicas };
  }
  return {
    minReplicas: scaling.minReplicas,
    maxReplicas: scaling.maxReplicas,
    scaleMetric: scaling.metric,
    scaleTarget: scaling.target,
  };
}

/** Labels and annotations that reach the Pods, and with them the bill. */
export function podMetadata(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  return {
    labels: workloadLabels(repository, environment),
    annotations: workloadAnnotations(repository, environment),
  };
}

/**
 * Share of the traffic that the planned version gets at first, in percent;
 * undefined when it gets all. A canary needs something to be compared with: a
 * first release, or the version that runs already, is none.
 */
export function canaryPercent(
  repository: RepositoryModel,
  { input, deployed }: PlannedEnvironment,
): number | undefined {
  if (input.rollout?.kind !== 'canary' || !deployed) return undefined;
  const changes = deployed.digest !== repository.model.digest;
  const goesOn = modeOf(repository) === 'knative' && deployed.canary;
  return changes || goesOn ? input.rollout.percent : undefined;
}

/** The predictor that KServe runs beside the stable one in Standard mode. */
export function canaryOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  trafficPercent: number,
): YamlObject {
  return {
    trafficPercent,
    predictor: {
      name: canaryName,
      // KServe takes fixed replicas here, at most as many as the stable has.
      minReplicas: 1,
      serviceAccountName: repository.input.name,
      ...podMetadata(repository, environment),
      model: {
        // The schema asks for the container's name here, and only here.
        name: 'kserve-container',
        ...modelOf(repository, environment.input),
        securityContext: containerSecurity,
      },
    },
  };
}
