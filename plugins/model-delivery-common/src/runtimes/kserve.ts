import { z } from 'zod';
import { canaryName } from '../input/fixedNames';
import { runtimeKeyOf } from '../input/runtimeOptions';
import { EnvironmentInput } from '../input/serviceInputSchema';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import {
  serviceLabels,
  workloadAnnotations,
  workloadLabels,
} from '../repository/labels';
import { RepositoryModel, YamlObject } from '../repository/types';
import { makeObject } from './objects';
import {
  containerSecurity,
  placementOf,
  podMetadata,
  readinessProbe,
  resourcesOf,
  startupProbe,
  variables,
} from './pod';
import { minReplicasOf } from '../input/replicas';
import { ObjectType, readyCondition, Runtime } from './Runtime';

/** Annotation that chooses between `Standard` and `Knative`. */
export const deploymentMode = 'serving.kserve.io/deploymentMode';
const autoscalerClass = 'serving.kserve.io/autoscalerClass';

/** Kind and API of what serves a model. */
export const inferenceServiceType: ObjectType = {
  group: 'serving.kserve.io',
  version: 'v1beta1',
  kind: 'InferenceService',
};

const tcpPort = { tcpSocket: { port: 8080 } };

function isKnative({ input }: RepositoryModel): boolean {
  return runtimeKeyOf(input.runtime) === 'kserve/knative';
}

function modeAnnotation(repository: RepositoryModel): Record<string, string> {
  return { [deploymentMode]: isKnative(repository) ? 'Knative' : 'Standard' };
}

/**
 * Probes on the port of every KServe runtime; Knative brings its own and
 * refuses ours.
 */
function probes(repository: RepositoryModel): YamlObject {
  if (isKnative(repository)) return {};
  return {
    startupProbe: startupProbe(repository, tcpPort),
    readinessProbe: readinessProbe(tcpPort),
  };
}

/** The `model` of a predictor in one environment, pinned to the version. */
function modelOf(
  repository: RepositoryModel,
  environment: EnvironmentInput,
): YamlObject {
  const { input, storage } = repository;
  const env = variables(repository);
  return {
    modelFormat: { name: storage.modelFormat },
    storageUri: storage.storageUri,
    ...(input.image && { image: input.image }),
    ...(env.length && { env }),
    resources: resourcesOf(environment),
    ...probes(repository),
    securityContext: containerSecurity,
  };
}

/** Replicas and what scales them. */
function scalingOf({ scaling }: EnvironmentInput): YamlObject {
  if (scaling?.kind === 'keda' && scaling.trigger.kind === 'prometheus') {
    const { serverAddress, query, threshold } = scaling.trigger;
    const external = {
      metric: { backend: 'prometheus', serverAddress, query },
      target: { type: 'Value', value: String(threshold) },
    };
    return {
      minReplicas: scaling.minReplicas,
      maxReplicas: scaling.maxReplicas,
      autoScaling: { metrics: [{ type: 'External', external }] },
    };
  }
  if (scaling?.kind === 'hpa' || scaling?.kind === 'knative') {
    return {
      minReplicas: scaling.minReplicas,
      maxReplicas: scaling.maxReplicas,
      scaleMetric: scaling.metric,
      scaleTarget: scaling.target,
    };
  }
  const replicas = minReplicasOf({ scaling });
  return { minReplicas: replicas, maxReplicas: replicas };
}

/**
 * Share of the traffic that the planned version gets at first, in percent;
 * undefined when it gets all. A canary needs something to be compared with: a
 * first release, or the version that runs already, is none.
 */
function canaryPercent(
  repository: RepositoryModel,
  { input, deployed }: PlannedEnvironment,
): number | undefined {
  if (input.rollout?.kind !== 'canary' || !deployed) return undefined;
  const changes = deployed.digest !== repository.model.digest;
  const goesOn = isKnative(repository) && deployed.canary;
  return changes || goesOn ? input.rollout.percent : undefined;
}

function predictor(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const spreadByDefault = !isKnative(repository);
  return {
    ...podMetadata(repository, environment),
    serviceAccountName: repository.input.name,
    ...placementOf(repository, environment, { spreadByDefault }),
    ...scalingOf(environment.input),
    model: modelOf(repository, environment.input),
  };
}

/** The predictor that KServe runs beside the stable one in Standard mode. */
function canaryOf(
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
      ...placementOf(repository, environment, { spreadByDefault: false }),
      ...podMetadata(repository, environment),
      // The schema asks for the container's name here, and only here.
      model: {
        name: 'kserve-container',
        ...modelOf(repository, environment.input),
      },
    },
  };
}

const deployedSchema = z.object({
  spec: z.object({ predictor: z.record(z.string(), z.unknown()) }),
});

function specOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const percent = canaryPercent(repository, environment);
  const fresh = predictor(repository, environment);
  if (percent === undefined || !environment.deployed) {
    return { predictor: fresh };
  }
  if (isKnative(repository)) {
    return { predictor: { ...fresh, canaryTrafficPercent: percent } };
  }
  const { workload } = environment.deployed;
  return {
    predictor: deployedSchema.parse(workload).spec.predictor,
    canary: [canaryOf(repository, environment, percent)],
  };
}

function annotationsOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): Record<string, string> {
  const keda = environment.input.scaling?.kind === 'keda';
  return {
    ...workloadAnnotations(repository, environment),
    ...modeAnnotation(repository),
    ...(!isKnative(repository) && { [autoscalerClass]: keda ? 'keda' : 'hpa' }),
  };
}

const podAnnotations = z.record(z.string(), z.string());

const writtenSchema = z.object({
  spec: z.object({
    predictor: z.object({
      annotations: podAnnotations,
      minReplicas: z.number(),
      maxReplicas: z.number(),
      canaryTrafficPercent: z.number().optional(),
      model: z.object({
        storageUri: z.string(),
        image: z.string().optional(),
      }),
    }),
    canary: z
      .array(
        z.object({
          trafficPercent: z.number(),
          predictor: z.object({ annotations: podAnnotations }),
        }),
      )
      .optional(),
  }),
});

/** KServe's InferenceService, in Standard and in Knative mode. */
export const kserveRuntime: Runtime = {
  workload: () => inferenceServiceType,
  kinds: [inferenceServiceType],
  current: readyCondition,

  base: repository => [
    makeObject(
      repository,
      inferenceServiceType,
      {
        spec: {
          predictor: {
            labels: serviceLabels(repository),
            serviceAccountName: repository.input.name,
            model: { securityContext: containerSecurity },
          },
        },
      },
      { annotations: modeAnnotation(repository) },
    ),
  ],

  release: (repository, environment) => [
    makeObject(
      repository,
      inferenceServiceType,
      { spec: specOf(repository, environment) },
      {
        labels: workloadLabels(repository, environment),
        annotations: annotationsOf(repository, environment),
      },
    ),
  ],

  read(workload) {
    const { predictor: stable, canary } = writtenSchema.parse(workload).spec;
    const { annotations, minReplicas, maxReplicas, model } = stable;
    const percent = stable.canaryTrafficPercent;
    const beside = canary?.length
      ? {
          annotations: canary[0].predictor.annotations,
          percent: canary[0].trafficPercent,
        }
      : percent !== undefined && { annotations, percent };
    return {
      annotations,
      ...model,
      minReplicas,
      maxReplicas,
      ...(beside && { canary: beside }),
    };
  },
};
