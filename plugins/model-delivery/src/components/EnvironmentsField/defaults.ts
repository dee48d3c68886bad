import {
  EnvironmentInput,
  RuntimeKey,
  runtimeOptions,
} from '@modelyard/plugin-model-delivery-common';
import { emptyTrigger } from '../form/TriggerInput';

type Scaling = NonNullable<EnvironmentInput['scaling']>;
type Rollout = NonNullable<EnvironmentInput['rollout']>;

/** Usual targets of what is followed. */
export const usualTargets = { cpu: 70, memory: 75, concurrency: 10, rps: 50 };

const languageModel = {
  cpu: '4',
  memory: '16Gi',
  gpu: { resource: 'nvidia.com/gpu', count: 1 },
};

function defaultResources(runtime: RuntimeKey): EnvironmentInput['resources'] {
  if (runtime === 'kserve-llm') return languageModel;
  return runtimeOptions[runtime].job
    ? { cpu: '2', memory: '4Gi' }
    : { cpu: '500m', memory: '1Gi' };
}

/** Where a kind of scaling starts; `busy` is the environment of real traffic. */
export function defaultScaling(
  kind: Scaling['kind'],
  runtime: RuntimeKey,
  busy: boolean,
): Scaling {
  const { scaleToZero, triggers } = runtimeOptions[runtime];
  const least = busy ? 2 : 1;
  const range = {
    minReplicas: scaleToZero.includes(kind) && !busy ? 0 : least,
    maxReplicas: busy ? 4 : 2,
  };
  switch (kind) {
    case 'hpa':
      return { kind, ...range, metric: 'cpu', target: usualTargets.cpu };
    case 'knative': {
      const target = usualTargets.concurrency;
      return { kind, ...range, metric: 'concurrency', target };
    }
    case 'keda': {
      const [first] = triggers.filter(trigger => trigger !== 'schedule');
      return { kind, ...range, trigger: emptyTrigger(first ?? 'prometheus') };
    }
    case 'wva':
      return { kind, ...range, actuator: 'hpa' };
    default:
      return { kind, replicas: busy ? 2 : 1 };
  }
}

/** Where a kind of rollout starts. */
export function defaultRollout(kind: Rollout['kind']): Rollout | undefined {
  if (kind === 'canary') return { kind, percent: 10 };
  return kind === 'blue-green' ? { kind } : undefined;
}

/** What an environment starts with in the form. */
export function defaultEnvironment(
  name: string,
  runtime: RuntimeKey,
  busy: boolean,
): EnvironmentInput {
  const [kind] = runtimeOptions[runtime].scaling;
  return {
    name,
    namespace: `ml-${name}`,
    resources: defaultResources(runtime),
    ...(kind && { scaling: defaultScaling(kind, runtime, busy) }),
  };
}

function fitScaling(
  scaling: EnvironmentInput['scaling'],
  runtime: RuntimeKey,
  busy: boolean,
): EnvironmentInput['scaling'] {
  const options = runtimeOptions[runtime];
  const [first] = options.scaling;
  if (!first) return undefined;
  if (!scaling || !options.scaling.includes(scaling.kind)) {
    return defaultScaling(first, runtime, busy);
  }
  const trigger = 'trigger' in scaling ? scaling.trigger.kind : undefined;
  if (trigger && !options.triggers.includes(trigger)) {
    return defaultScaling(scaling.kind, runtime, busy);
  }
  const asleep = 'minReplicas' in scaling && scaling.minReplicas === 0;
  return asleep && !options.scaleToZero.includes(scaling.kind)
    ? { ...scaling, minReplicas: 1 }
    : scaling;
}

/**
 * An environment after the runtime was changed: what does not go with the new
 * one starts from its defaults, everything else stays.
 */
export function fitEnvironment(
  environment: EnvironmentInput,
  runtime: RuntimeKey,
  busy: boolean,
): EnvironmentInput {
  const { scaling, rollout, ...rest } = environment;
  const fitting = fitScaling(scaling, runtime, busy);
  const { rollouts } = runtimeOptions[runtime];
  return {
    ...rest,
    ...(fitting && { scaling: fitting }),
    ...(rollout && rollouts.includes(rollout.kind) && { rollout }),
  };
}
