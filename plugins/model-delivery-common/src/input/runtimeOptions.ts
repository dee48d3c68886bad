import {
  EnvironmentInput,
  JobInput,
  ScalingInput,
  ServiceInput,
} from './serviceInputSchema';

type Runtime = ServiceInput['runtime'];
type ScalingKind = ScalingInput['kind'];
type RolloutKind = NonNullable<EnvironmentInput['rollout']>['kind'];
type TriggerKind = NonNullable<JobInput['trigger']>['kind'];

/**
 * What goes together with a runtime; everything else is refused at its field.
 *
 * @public
 */
export interface RuntimeOptions {
  /** What people call it. */
  title: string;
  scaling: readonly ScalingKind[];
  /** Kinds of scaling that may go down to no replica. */
  scaleToZero: readonly ScalingKind[];
  /** What KEDA may follow. */
  triggers: readonly TriggerKind[];
  rollouts: readonly RolloutKind[];
  /** Whether the container image has to be named. */
  image: 'required' | 'optional';
  /** Whether port and paths of the image can be said. */
  serving: boolean;
  /** Whether it is a job: it runs to an end. */
  job: boolean;
}

const kserve = {
  image: 'optional',
  serving: false,
  job: false,
  triggers: ['prometheus'],
} as const;

const options = {
  'kserve/standard': {
    ...kserve,
    title: 'KServe, Standard mode',
    scaling: ['hpa', 'keda', 'fixed'],
    scaleToZero: [],
    rollouts: ['rolling', 'canary'],
  },
  'kserve/knative': {
    ...kserve,
    title: 'KServe, Knative mode',
    scaling: ['knative', 'fixed'],
    scaleToZero: ['knative'],
    rollouts: ['rolling', 'canary'],
  },
  'kserve-llm': {
    ...kserve,
    title: 'KServe LLMInferenceService',
    scaling: ['fixed', 'wva'],
    scaleToZero: [],
    rollouts: ['rolling'],
  },
  knative: {
    title: 'Knative Service',
    scaling: ['knative', 'fixed'],
    scaleToZero: ['knative'],
    triggers: [],
    rollouts: ['rolling', 'canary', 'blue-green'],
    image: 'required',
    serving: true,
    job: false,
  },
  deployment: {
    title: 'Deployment and Service',
    scaling: ['hpa', 'keda', 'vpa', 'fixed'],
    scaleToZero: ['keda'],
    triggers: ['prometheus', 'kafka'],
    rollouts: ['rolling', 'canary', 'blue-green'],
    image: 'required',
    serving: true,
    job: false,
  },
  'retraining-job': {
    title: 'Retraining job',
    scaling: [],
    scaleToZero: [],
    triggers: ['schedule', 'prometheus', 'kafka'],
    rollouts: [],
    image: 'required',
    serving: false,
    job: true,
  },
  'batch-inference': {
    title: 'Batch inference job',
    scaling: ['fixed'],
    scaleToZero: [],
    triggers: [],
    rollouts: [],
    image: 'required',
    serving: false,
    job: true,
  },
} as const satisfies Record<string, RuntimeOptions>;

/**
 * A runtime in one word: its kind, for KServe with the mode.
 *
 * @public
 */
export type RuntimeKey = keyof typeof options;

/**
 * Every runtime that can be planned, with what goes together with it.
 *
 * @public
 */
export const runtimeOptions: Readonly<Record<RuntimeKey, RuntimeOptions>> =
  options;

/**
 * The word for a runtime. Only `kserve` has modes; it runs in Standard mode when
 * none is said.
 *
 * @public
 */
export function runtimeKeyOf({ kind, mode = 'standard' }: Runtime): RuntimeKey {
  return kind === 'kserve' ? `kserve/${mode}` : kind;
}
