import { RuntimeKey, runtimeKeyOf } from '../input/runtimeOptions';
import { RepositoryModel, YamlObject } from '../repository/types';
import { deploymentRuntime } from './deployment';
import { batchRuntime } from './jobs';
import { knativeRuntime } from './knative';
import { deploymentMode, kserveRuntime } from './kserve';
import { llmRuntime } from './llm';
import { isOfType } from './objects';
import { retrainingRuntime } from './retraining';
import { Runtime } from './Runtime';

const runtimes: Readonly<Record<RuntimeKey, Runtime>> = {
  'kserve/standard': kserveRuntime,
  'kserve/knative': kserveRuntime,
  'kserve-llm': llmRuntime,
  knative: knativeRuntime,
  deployment: deploymentRuntime,
  'retraining-job': retrainingRuntime,
  'batch-inference': batchRuntime,
};

/** The runtime of a repository. */
export function runtimeOf({ input }: RepositoryModel): Runtime {
  return runtimes[runtimeKeyOf(input.runtime)];
}

function isKnativeMode({ metadata }: YamlObject): boolean {
  const { annotations } = metadata as { annotations?: Record<string, string> };
  return annotations?.[deploymentMode] === 'Knative';
}

// A Service of Kubernetes has no workload type of its own among these.
const workloadKinds: Readonly<Record<string, RuntimeKey>> = {
  LLMInferenceService: 'kserve-llm',
  Deployment: 'deployment',
  CronJob: 'retraining-job',
  CronWorkflow: 'retraining-job',
  ScaledJob: 'retraining-job',
  Job: 'batch-inference',
};

function keyOfWorkload(object: YamlObject): RuntimeKey | undefined {
  const kind = String(object.kind);
  if (kind === 'InferenceService') {
    return isKnativeMode(object) ? 'kserve/knative' : 'kserve/standard';
  }
  if (knativeRuntime.kinds.some(type => isOfType(object, type))) {
    return 'knative';
  }
  return Object.hasOwn(workloadKinds, kind) ? workloadKinds[kind] : undefined;
}

/**
 * Finds, among the objects of an environment, the one that runs the model.
 *
 * @returns it with what it declares; undefined when there is none
 * @throws ZodError when it is not what was planned
 */
export function readWorkload(objects: readonly YamlObject[]) {
  for (const workload of objects) {
    const key = keyOfWorkload(workload);
    if (key) {
      return { key, workload, declared: runtimes[key].read(workload) };
    }
  }
  return undefined;
}
