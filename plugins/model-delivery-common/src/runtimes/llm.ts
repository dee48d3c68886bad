import { z } from 'zod';
import { EnvironmentInput } from '../input/serviceInputSchema';
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

const llmType: ObjectType = {
  group: 'serving.kserve.io',
  version: 'v1alpha2',
  kind: 'LLMInferenceService',
};

/** Name of the container that KServe's presets configure. */
const container = 'main';

// vLLM in KServe's presets answers here, over TLS with a certificate of KServe.
const health = {
  httpGet: { path: '/health', port: 8000, scheme: 'HTTPS' },
};

function scalingOf({ scaling }: EnvironmentInput): YamlObject {
  if (scaling?.kind === 'wva') {
    const { minReplicas, maxReplicas, actuator } = scaling;
    return { scaling: { minReplicas, maxReplicas, wva: { [actuator]: {} } } };
  }
  return { replicas: minReplicasOf({ scaling }) };
}

function containerOf(
  repository: RepositoryModel,
  environment: EnvironmentInput,
): YamlObject {
  const env = variables(repository);
  return {
    name: container,
    securityContext: containerSecurity,
    ...(repository.input.image && { image: repository.input.image }),
    ...(env.length && { env }),
    resources: resourcesOf(environment),
    startupProbe: startupProbe(repository, health),
    readinessProbe: readinessProbe(health),
  };
}

/** Several GPUs of one replica share the model. */
function parallelismOf({ resources }: EnvironmentInput): YamlObject {
  const count = resources.gpu?.count ?? 1;
  return count > 1 ? { parallelism: { tensor: count } } : {};
}

const writtenSchema = z.object({
  spec: z.object({
    annotations: z.record(z.string(), z.string()),
    model: z.object({ uri: z.string() }),
    replicas: z.number().optional(),
    scaling: z
      .object({ minReplicas: z.number(), maxReplicas: z.number() })
      .optional(),
    template: z.object({
      containers: z.array(z.object({ image: z.string().optional() })).min(1),
    }),
  }),
});

/** KServe's LLMInferenceService: vLLM behind a gateway with a scheduler. */
export const llmRuntime: Runtime = {
  workload: () => llmType,
  kinds: [llmType],
  current: readyCondition,

  base: repository => [
    makeObject(repository, llmType, {
      spec: {
        labels: serviceLabels(repository),
        model: { name: repository.input.name },
        router: { gateway: {}, route: {}, scheduler: {} },
        template: {
          serviceAccountName: repository.input.name,
          containers: [{ name: container, securityContext: containerSecurity }],
        },
      },
    }),
  ],

  release: (repository, environment) => [
    makeObject(
      repository,
      llmType,
      {
        spec: {
          ...podMetadata(repository, environment),
          model: {
            name: repository.input.name,
            uri: repository.storage.storageUri,
          },
          ...scalingOf(environment.input),
          ...parallelismOf(environment.input),
          router: { gateway: {}, route: {}, scheduler: {} },
          template: {
            serviceAccountName: repository.input.name,
            ...placementOf(repository, environment, { spreadByDefault: true }),
            containers: [containerOf(repository, environment.input)],
          },
        },
      },
      {
        labels: workloadLabels(repository, environment),
        annotations: workloadAnnotations(repository, environment),
      },
    ),
  ],

  read(workload) {
    const { annotations, model, replicas, scaling, template } =
      writtenSchema.parse(workload).spec;
    const { image } = template.containers[0];
    return {
      annotations,
      storageUri: model.uri,
      ...(image && { image }),
      minReplicas: scaling?.minReplicas ?? replicas ?? 1,
      maxReplicas: scaling?.maxReplicas ?? replicas ?? 1,
    };
  },
};
