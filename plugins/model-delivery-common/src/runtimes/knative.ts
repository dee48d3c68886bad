import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { z } from 'zod';
import { EnvironmentInput } from '../input/serviceInputSchema';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { workloadAnnotations, workloadLabels } from '../repository/labels';
import { RepositoryModel, YamlObject } from '../repository/types';
import { makeObject } from './objects';
import {
  baseContainer,
  containerOf,
  healthOf,
  podTemplateSchema,
  portOf,
  readPodTemplate,
} from './ownImage';
import { placementOf, podMetadata, readinessProbe } from './pod';
import { maxReplicasOf, minReplicasOf } from '../input/replicas';
import { ObjectType, Runtime } from './Runtime';

const knativeServiceType: ObjectType = {
  group: 'serving.knative.dev',
  version: 'v1',
  kind: 'Service',
};

// With the name of a service it stays within a label.
const revisionHashLength = 8;
const maxDeadlineSeconds = 3600;

/** Where Knative shows the container port's protocol. */
const portName = 'http1';

function autoscaling(environment: EnvironmentInput): Record<string, string> {
  const { scaling } = environment;
  const prefix = 'autoscaling.knative.dev';
  return {
    [`${prefix}/min-scale`]: String(minReplicasOf(environment)),
    [`${prefix}/max-scale`]: String(maxReplicasOf(environment)),
    ...(scaling?.kind === 'knative' && {
      [`${prefix}/metric`]: scaling.metric,
      [`${prefix}/target`]: String(scaling.target),
    }),
  };
}

/** Time that a revision may take to become ready, from the size of the model. */
function deadline({ storage }: RepositoryModel): Record<string, string> {
  const seconds = Math.min(storage.loadSeconds + 120, maxDeadlineSeconds);
  return { 'serving.knative.dev/progress-deadline': `${seconds}s` };
}

function health(repository: RepositoryModel): YamlObject {
  const handler = healthOf(repository);
  // Knative fills in the port itself and refuses a named one.
  const [[kind, value]] = Object.entries(handler);
  const { port: _port, ...rest } = value as Record<string, unknown>;
  return { [kind]: rest };
}

function templateOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const { labels, annotations } = podMetadata(repository, environment);
  return {
    metadata: {
      labels,
      annotations: {
        ...annotations,
        ...autoscaling(environment.input),
        ...deadline(repository),
      },
    },
    spec: {
      serviceAccountName: repository.input.name,
      automountServiceAccountToken: false,
      ...placementOf(repository, environment, { spreadByDefault: false }),
      volumes: [{ name: 'tmp', emptyDir: {} }],
      containers: [
        containerOf(repository, environment, {
          fields: {
            ports: [{ name: portName, containerPort: portOf(repository) }],
            readinessProbe: readinessProbe(health(repository)),
          },
        }),
      ],
    },
  };
}

/** A name that follows from the content, so that a revert finds its revision. */
function revisionOf(repository: RepositoryModel, template: YamlObject): string {
  const text = JSON.stringify(template);
  const hash = bytesToHex(sha256(utf8ToBytes(text)));
  return `${repository.input.name}-${hash.slice(0, revisionHashLength)}`;
}

const trafficSchema = z.object({
  revisionName: z.string(),
  percent: z.number(),
  tag: z.string().optional(),
});

const writtenSchema = z.object({
  spec: z.object({
    template: podTemplateSchema,
    traffic: z.array(trafficSchema).min(1),
  }),
});

const scalesSchema = z.object({
  'autoscaling.knative.dev/min-scale': z.coerce.number().int(),
  'autoscaling.knative.dev/max-scale': z.coerce.number().int(),
});

function stableRevision(workload: YamlObject): string | undefined {
  const { traffic } = writtenSchema.parse(workload).spec;
  return traffic.find(({ tag }) => tag === undefined)?.revisionName;
}

function trafficOf(
  { input, deployed }: PlannedEnvironment,
  revisionName: string,
): YamlObject[] {
  const { rollout } = input;
  const stable = deployed && stableRevision(deployed.workload);
  const all = [{ revisionName, percent: 100 }];
  if (!stable || stable === revisionName) return all;
  if (rollout?.kind === 'canary') {
    const { percent } = rollout;
    return [
      { revisionName: stable, percent: 100 - percent },
      { revisionName, percent, tag: 'canary' },
    ];
  }
  return rollout?.kind === 'blue-green'
    ? [
        { revisionName: stable, percent: 100 },
        { revisionName, percent: 0, tag: 'preview' },
      ]
    : all;
}

function specOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const template = templateOf(repository, environment);
  const name = revisionOf(repository, template);
  return {
    template: {
      ...template,
      metadata: { name, ...(template.metadata as YamlObject) },
    },
    traffic: trafficOf(environment, name),
  };
}

/** Knative Service with an image of one's own. */
export const knativeRuntime: Runtime = {
  workload: () => knativeServiceType,
  kinds: [knativeServiceType],

  base: repository => [
    makeObject(repository, knativeServiceType, {
      spec: {
        template: {
          spec: {
            serviceAccountName: repository.input.name,
            automountServiceAccountToken: false,
            volumes: [{ name: 'tmp', emptyDir: {} }],
            containers: [baseContainer()],
          },
        },
      },
    }),
  ],

  release: (repository, environment) => [
    makeObject(
      repository,
      knativeServiceType,
      { spec: specOf(repository, environment) },
      {
        labels: workloadLabels(repository, environment),
        annotations: workloadAnnotations(repository, environment),
      },
    ),
  ],

  read(workload) {
    const { template, traffic } = writtenSchema.parse(workload).spec;
    const said = readPodTemplate(template);
    const scales = scalesSchema.parse(said.annotations);
    const canary = traffic.find(({ tag }) => tag === 'canary');
    return {
      ...said,
      minReplicas: scales['autoscaling.knative.dev/min-scale'],
      maxReplicas: scales['autoscaling.knative.dev/max-scale'],
      ...(canary && {
        canary: { annotations: said.annotations, percent: canary.percent },
      }),
    };
  },
};
