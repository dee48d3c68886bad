import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { z } from 'zod';
import { jobVariables } from '../input/fixedNames';
import { JobInput } from '../input/serviceInputSchema';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { workloadAnnotations, workloadLabels } from '../repository/labels';
import { RepositoryModel, YamlObject } from '../repository/types';
import { makeObject } from './objects';
import {
  containerOf,
  podTemplate,
  podTemplateSchema,
  readPodTemplate,
} from './ownImage';
import { minReplicasOf } from '../input/replicas';
import { ObjectType, Runtime } from './Runtime';

const jobType: ObjectType = { group: 'batch', version: 'v1', kind: 'Job' };

const defaultTimeoutMinutes = 240;
const defaultRetries = 2;
// With the name of a service it stays within a label.
const nameHashLength = 8;

/** Longest time of a run, in seconds. */
export function timeoutSecondsOf({ input }: RepositoryModel): number {
  return (input.job?.timeoutMinutes ?? defaultTimeoutMinutes) * 60;
}

/** How often a failed run is tried again. */
export function retriesOf({ input }: RepositoryModel): number {
  return input.job?.retries ?? defaultRetries;
}

/** The container of a job. */
export function jobContainer(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const { command, args, input, output }: JobInput = repository.input.job ?? {};
  return containerOf(repository, environment, {
    fields: { ...(command && { command }), ...(args && { args }) },
    env: {
      ...(input !== undefined && { [jobVariables.input]: input }),
      ...(output !== undefined && { [jobVariables.output]: output }),
    },
  });
}

/** `spec` of a Job: retried after failures, not after a taken node. */
export function jobSpec(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const taken = [{ type: 'DisruptionTarget', status: 'True' }];
  return {
    backoffLimit: retriesOf(repository),
    activeDeadlineSeconds: timeoutSecondsOf(repository),
    podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: taken }] },
    template: podTemplate(
      repository,
      environment,
      jobContainer(repository, environment),
      { restartPolicy: 'Never' },
    ),
  };
}

/** Labels and annotations of the object that makes the Pods. */
export function jobMetadata(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
) {
  return {
    labels: workloadLabels(repository, environment),
    annotations: workloadAnnotations(repository, environment),
  };
}

const writtenSchema = z.object({
  spec: z.object({
    parallelism: z.number(),
    template: podTemplateSchema,
  }),
});

/** Shape of {@link jobSpec}, for reading it back. */
export const jobSpecSchema = z.object({ template: podTemplateSchema });

/** One Job that puts a model to a batch of data. */
export const batchRuntime: Runtime = {
  workload: () => jobType,
  kinds: [jobType],
  base: () => [],

  release(repository, environment) {
    const replicas = minReplicasOf(environment.input);
    const spec = {
      parallelism: replicas,
      completions: replicas,
      completionMode: 'Indexed',
      ...jobSpec(repository, environment),
    };
    // A Job can't change: other content is another Job.
    const hash = bytesToHex(sha256(utf8ToBytes(JSON.stringify(spec))));
    return [
      makeObject(
        repository,
        jobType,
        { spec },
        {
          suffix: hash.slice(0, nameHashLength),
          ...jobMetadata(repository, environment),
        },
      ),
    ];
  },

  read(workload) {
    const { parallelism, template } = writtenSchema.parse(workload).spec;
    return {
      ...readPodTemplate(template),
      minReplicas: parallelism,
      maxReplicas: parallelism,
    };
  },
};
