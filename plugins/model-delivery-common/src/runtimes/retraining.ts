import { z } from 'zod';
import { JobInput } from '../input/serviceInputSchema';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { RepositoryModel, YamlObject } from '../repository/types';
import {
  jobContainer,
  jobMetadata,
  jobSpec,
  jobSpecSchema,
  retriesOf,
  timeoutSecondsOf,
} from './jobs';
import { kedaTrigger, KedaTrigger } from './keda';
import { makeObject } from './objects';
import { basePod, podTemplateSchema, readPodTemplate } from './ownImage';
import { placementOf, podMetadata } from './pod';
import { ObjectType, Runtime } from './Runtime';

const cronJobType: ObjectType = {
  group: 'batch',
  version: 'v1',
  kind: 'CronJob',
};
const cronWorkflowType: ObjectType = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'CronWorkflow',
};
const scaledJobType: ObjectType = {
  group: 'keda.sh',
  version: 'v1alpha1',
  kind: 'ScaledJob',
};
const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' };
const roleType: ObjectType = { ...rbac, kind: 'Role' };
const roleBindingType: ObjectType = { ...rbac, kind: 'RoleBinding' };

const executorSuffix = 'executor';
const startingDeadlineSeconds = 3600;
const kept = { successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 5 };
const keptSeconds = 7 * 24 * 3600;
const pollSeconds = 300;

type Trigger = NonNullable<JobInput['trigger']>;
type Schedule = Extract<Trigger, { kind: 'schedule' }>;

/** Weekly, in the night before Monday. */
const weekly: Schedule = { kind: 'schedule', cron: '0 3 * * 1' };

/** What starts the job. */
export function triggerOf({ input }: RepositoryModel): Trigger {
  return input.job?.trigger ?? weekly;
}

function cronJob(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  { cron, timeZone = 'Etc/UTC' }: Schedule,
): YamlObject {
  const spec = {
    schedule: cron,
    timeZone,
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds,
    ...kept,
    jobTemplate: {
      spec: {
        ttlSecondsAfterFinished: keptSeconds,
        ...jobSpec(repository, environment),
      },
    },
  };
  const metadata = jobMetadata(repository, environment);
  return makeObject(repository, cronJobType, { spec }, metadata);
}

function scaledJob(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  trigger: KedaTrigger,
): YamlObject {
  const spec = {
    jobTargetRef: {
      ttlSecondsAfterFinished: keptSeconds,
      ...jobSpec(repository, environment),
    },
    pollingInterval: pollSeconds,
    // Retraining twice at the same time would train the same model twice.
    maxReplicaCount: 1,
    rollout: { strategy: 'gradual' },
    ...kept,
    triggers: [kedaTrigger(trigger)],
  };
  const metadata = jobMetadata(repository, environment);
  return makeObject(repository, scaledJobType, { spec }, metadata);
}

function workflowSpec(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const { securityContext, volumes, serviceAccountName } = basePod(repository);
  const { name: _name, ...container } = jobContainer(repository, environment);
  return {
    entrypoint: 'train',
    serviceAccountName,
    // Argo's executor reports the result with it; the role allows no more.
    automountServiceAccountToken: true,
    activeDeadlineSeconds: timeoutSecondsOf(repository),
    ttlStrategy: { secondsAfterCompletion: keptSeconds },
    podMetadata: podMetadata(repository, environment),
    securityContext,
    volumes,
    ...placementOf(repository, environment, { spreadByDefault: false }),
    templates: [
      {
        name: 'train',
        retryStrategy: {
          limit: String(retriesOf(repository)),
          retryPolicy: 'OnFailure',
        },
        container,
      },
    ],
  };
}

/** What the executor of a workflow has to report its results with. */
function executorAccess(
  repository: RepositoryModel,
  { input: { namespace } }: PlannedEnvironment,
): YamlObject[] {
  const { name } = repository.input;
  const more = { suffix: executorSuffix };
  const role = `${name}-${executorSuffix}`;
  return [
    makeObject(
      repository,
      roleType,
      {
        rules: [
          {
            apiGroups: ['argoproj.io'],
            resources: ['workflowtaskresults'],
            verbs: ['create', 'patch'],
          },
        ],
      },
      more,
    ),
    makeObject(
      repository,
      roleBindingType,
      {
        roleRef: { apiGroup: rbac.group, kind: roleType.kind, name: role },
        subjects: [{ kind: 'ServiceAccount', name, namespace }],
      },
      more,
    ),
  ];
}

function cronWorkflow(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  { cron, timeZone = 'Etc/UTC' }: Schedule,
): YamlObject[] {
  const spec = {
    schedules: [cron],
    timezone: timeZone,
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds,
    ...kept,
    workflowMetadata: jobMetadata(repository, environment),
    workflowSpec: workflowSpec(repository, environment),
  };
  const metadata = jobMetadata(repository, environment);
  return [
    makeObject(repository, cronWorkflowType, { spec }, metadata),
    ...executorAccess(repository, environment),
  ];
}

const writtenSchema = z.object({
  spec: z.union([
    z
      .object({ jobTemplate: z.object({ spec: jobSpecSchema }) })
      .transform(spec => spec.jobTemplate.spec.template),
    z
      .object({ jobTargetRef: jobSpecSchema })
      .transform(spec => spec.jobTargetRef.template),
    z
      .object({
        workflowSpec: z.object({
          podMetadata: podTemplateSchema.shape.metadata,
          templates: z
            .array(
              z.object({
                container:
                  podTemplateSchema.shape.spec.shape.containers.element,
              }),
            )
            .min(1),
        }),
      })
      .transform(({ workflowSpec: { podMetadata: metadata, templates } }) => ({
        metadata,
        spec: { containers: templates.map(({ container }) => container) },
      })),
  ]),
});

/** A job that trains the model again: by the clock, or by KEDA. */
export const retrainingRuntime: Runtime = {
  workload(repository) {
    const trigger = triggerOf(repository);
    if (trigger.kind !== 'schedule') return scaledJobType;
    return trigger.engine === 'argo-workflows' ? cronWorkflowType : cronJobType;
  },
  kinds: [
    cronJobType,
    cronWorkflowType,
    scaledJobType,
    roleType,
    roleBindingType,
  ],
  base: () => [],

  release(repository, environment) {
    const trigger = triggerOf(repository);
    if (trigger.kind !== 'schedule') {
      return [scaledJob(repository, environment, trigger)];
    }
    return trigger.engine === 'argo-workflows'
      ? cronWorkflow(repository, environment, trigger)
      : [cronJob(repository, environment, trigger)];
  },

  read(workload) {
    const { spec } = writtenSchema.parse(workload);
    return { ...readPodTemplate(spec), minReplicas: 0, maxReplicas: 1 };
  },
};
