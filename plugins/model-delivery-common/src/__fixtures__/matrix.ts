import { make, sorters } from 'covertable';
import {
  RuntimeKey,
  RuntimeOptions,
  runtimeOptions,
} from '../input/runtimeOptions';
import {
  EnvironmentInput,
  JobInput,
  ServiceInput,
} from '../input/serviceInputSchema';
import { plan } from '../plan/plan';
import { DeployedRelease, PlanContext } from '../plan/types';
import { readReleases } from '../repository/readReleases';
import { context, digestOf, service } from './service';
import { kafkaTrigger, prometheusTrigger, scalings, variants } from './variants';

type Scaling = EnvironmentInput['scaling'];

/** Every choice of the form by name, each with the values that are tried. */
const scalingChoices: Record<string, Scaling> = {
  none: undefined,
  ...scalings,
  'hpa by memory': {
    kind: 'hpa',
    minReplicas: 1,
    maxReplicas: 3,
    metric: 'memory',
    target: 80,
  },
  'knative by rps': {
    kind: 'knative',
    minReplicas: 1,
    maxReplicas: 3,
    metric: 'rps',
    target: 50,
  },
  'keda by kafka': {
    kind: 'keda',
    minReplicas: 2,
    maxReplicas: 8,
    trigger: { ...kafkaTrigger, authentication: 'kafka-login' },
  },
  'keda from zero': {
    kind: 'keda',
    minReplicas: 0,
    maxReplicas: 2,
    trigger: kafkaTrigger,
  },
  'wva through keda': {
    kind: 'wva',
    minReplicas: 2,
    maxReplicas: 4,
    actuator: 'keda',
  },
  'one replica': { kind: 'fixed', replicas: 1 },
};

const rolloutChoices: Record<string, EnvironmentInput['rollout']> = {
  none: undefined,
  rolling: { kind: 'rolling' },
  canary: { kind: 'canary', percent: 10 },
  'blue-green': { kind: 'blue-green' },
};

const gpuChoices: Record<string, EnvironmentInput['resources']['gpu']> = {
  none: undefined,
  one: { resource: 'nvidia.com/gpu', count: 1 },
  'two of a kind': {
    resource: 'nvidia.com/gpu',
    count: 2,
    product: 'NVIDIA-L4',
  },
};

const placementChoices: Record<string, EnvironmentInput['placement']> = {
  none: undefined,
  spot: { spot: true },
  'own nodes': {
    nodeSelector: { 'example.com/pool': 'ml', y: 'no' },
    tolerations: [
      { key: 'example.com/ml', value: '1e3', effect: 'NoSchedule' },
      { key: 'dedicated' },
    ],
    spread: 'host',
  },
  unspread: { spread: 'none' },
  'over zones': { spread: 'zone' },
  'spot by host': { spot: true, spread: 'host' },
  tolerated: { tolerations: [{ key: 'example.com/ml', effect: 'NoExecute' }] },
};

const jobChoices: Record<string, JobInput | undefined> = {
  none: undefined,
  'on a schedule': {
    trigger: {
      kind: 'schedule',
      cron: '*/30 1-5 * jan-mar mon',
      timeZone: 'Europe/Berlin',
      engine: 'cronjob',
    },
    command: ['python', '-m', 'train'],
    args: ['--epochs', '007', '~', '{{item}}'],
    timeoutMinutes: 30,
    retries: 0,
  },
  'by Argo Workflows': {
    trigger: { kind: 'schedule', cron: '0 3 * * 1', engine: 'argo-workflows' },
    input: 's3://loans/in',
    output: 's3://loans/out',
  },
  'on drift': { trigger: prometheusTrigger, retries: 3 },
  'on messages': { trigger: kafkaTrigger },
};

const secretChoices: Record<string, ServiceInput['secrets']> = {
  none: undefined,
  two: [
    {
      name: 'database',
      store: { name: 'vault' },
      key: 'risk/credit/database',
      variables: { DB_PASSWORD: 'password', DB_USER: 'user' },
    },
    {
      name: 'hub',
      store: { kind: 'SecretStore', name: 'local' },
      key: 'hub',
      variables: { HF_TOKEN: 'token' },
    },
  ],
};

const monitoringChoices: Record<string, ServiceInput['monitoring']> = {
  all: undefined,
  nothing: { serviceMonitor: false, rules: false, dashboard: false },
  'with drift': {
    errorPercent: 0.5,
    latencySeconds: 0.25,
    drift: { query: 'max(model_drift_score)', above: 0.2 },
  },
};

const policyChoices: Record<string, ServiceInput['policies']> = {
  default: undefined,
  none: [],
  kyverno: ['kyverno'],
  'admission-policy': ['admission-policy'],
  all: ['gatekeeper', 'kyverno', 'admission-policy'],
};

const detailChoices = {
  bare: { system: undefined, tenant: undefined, env: undefined },
  full: {
    description: 'Scores *loans* <b>now</b> `x` $(id)',
    env: { LOG_LEVEL: 'yes', ZERO: '007', TILDE: '~', TIME: '1:30' },
    labels: { team: '1e3', y: 'no' },
    annotations: { 'example.com/note': 'a: b # {{ x }} $HOME' },
  },
};

const storageChoices: Record<string, readonly string[]> = {
  s3: ['s3://models/credit-risk/V/model.joblib'],
  folder: [
    's3://models/credit-risk/V/config.json',
    's3://models/credit-risk/V/tokenizer.json',
    's3://models/credit-risk/V/weights/model.safetensors',
  ],
  hf: [`hf://acme/loans:${'a'.repeat(40)}`],
  oci: [`oci://registry.example.com/team/loans@sha256:${'b'.repeat(64)}`],
  pvc: ['pvc://models/credit-risk/V'],
  https: ['https://models.example.com/credit-risk/V/model.onnx'],
};

const own = `registry.example.com/team/runtime@sha256:${'d'.repeat(64)}`;

/** What the platform of the matrix allows. */
export const platformRules = {
  registries: ['registry.example.com/team'],
  licenses: ['Apache-2.0'],
  signers: [
    {
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'https://github.com/example/scorer/.github/workflows/build.yaml@refs/heads/main',
    },
  ],
  spot: {
    nodeSelector: { 'eks.amazonaws.com/capacityType': 'SPOT' },
    tolerations: [{ key: 'spot', value: 'true' }],
  },
};

function scalingsOf(runtime: RuntimeOptions): string[] {
  return Object.entries(scalingChoices)
    .filter(([, scaling]) => {
      if (!scaling) return true;
      if (!runtime.scaling.includes(scaling.kind)) return false;
      if (scaling.kind !== 'keda') return true;
      const zero = scaling.minReplicas === 0;
      return (
        runtime.triggers.includes(scaling.trigger.kind) &&
        (!zero || runtime.scaleToZero.includes('keda'))
      );
    })
    .map(([name]) => name);
}

function factorsOf(key: RuntimeKey) {
  const runtime: RuntimeOptions = runtimeOptions[key];
  const rollouts = Object.entries(rolloutChoices).filter(
    ([, rollout]) => !rollout || runtime.rollouts.includes(rollout.kind),
  );
  const jobs = key === 'retraining-job' ? Object.keys(jobChoices) : ['none'];
  return {
    scaling: scalingsOf(runtime),
    rollout: rollouts.map(([name]) => name),
    gpu: Object.keys(gpuChoices),
    placement: Object.keys(placementChoices),
    job: jobs,
    secrets: Object.keys(secretChoices),
    monitoring: Object.keys(monitoringChoices),
    policies: Object.keys(policyChoices),
    detail: Object.keys(detailChoices),
    controller: ['argocd', 'flux', 'argocd with windows'],
    pipeline: ['github', 'gitlab', 'jenkins'],
    terraform: ['none', 'aws', 'gcp'],
    quota: ['none', 'given'],
    environments: ['one', 'three'],
    history: ['first', 'second', 'retained'],
    rules: ['none', 'given'],
    storage: Object.keys(storageChoices).filter(
      name => key !== 'kserve-llm' || name !== 'https',
    ),
  };
}

type Choice = Record<keyof ReturnType<typeof factorsOf>, string>;

function environmentOf(name: string, choice: Choice): EnvironmentInput {
  const gpu = gpuChoices[choice.gpu];
  return {
    name,
    namespace: `ml-${name}`,
    resources: { cpu: '500m', memory: '1Gi', ...(gpu && { gpu }) },
    scaling: scalingChoices[choice.scaling],
    rollout: rolloutChoices[choice.rollout],
    placement: placementChoices[choice.placement],
    ...(choice.quota === 'given' && {
      quota: { cpu: '100', memory: '200Gi', ...(gpu && { gpu: 100 }) },
    }),
  };
}

function inputOf(
  key: RuntimeKey,
  choice: Choice,
  name: string,
): ServiceInput {
  const { runtime, image, serving, job } = variants[key] as ServiceInput;
  const names = choice.environments === 'one' ? ['prod'] : ['dev', 'staging', 'prod'];
  const [controller, windows] = choice.controller.split(' with ');
  const detail = detailChoices[choice.detail as keyof typeof detailChoices];
  return service({
    name,
    runtime,
    image: key.startsWith('kserve') && choice.detail === 'full' ? own : image,
    serving,
    job: jobChoices[choice.job] ?? job,
    environments: names.map(name => environmentOf(name, choice)),
    controller: controller as ServiceInput['controller'],
    ...(windows && {
      syncWindows: [
        { kind: 'deny', cron: '0 18 * * fri', hours: 62, environments: ['prod'] },
        { kind: 'allow', cron: '0 8 * * 1-5', hours: 10, timeZone: 'Europe/Berlin' },
      ],
    }),
    policies: policyChoices[choice.policies],
    pipeline: choice.pipeline as ServiceInput['pipeline'],
    ...(choice.terraform !== 'none' && {
      terraform: { cloud: choice.terraform as 'aws' | 'gcp' },
    }),
    monitoring: monitoringChoices[choice.monitoring],
    secrets: secretChoices[choice.secrets],
    ...detail,
  });
}

function versionContext(choice: Choice, version: string): PlanContext {
  const { model } = context();
  return context({
    model: model && {
      ...model,
      version,
      digest: digestOf(version),
      artifacts: storageChoices[choice.storage].map(uri => ({
        uri: uri.replace('V', version),
        sizeBytes: 5 * 2 ** 30,
      })),
    },
  });
}

function deployedOf(
  key: RuntimeKey,
  choice: Choice,
  name: string,
): DeployedRelease[] {
  if (choice.history === 'first') return [];
  const input = inputOf(key, { ...choice, environments: 'three' }, name);
  const before = { ...input, model: { ...input.model, version: '6' } };
  const { files } = plan(before, versionContext(choice, '6'));
  const planned = inputOf(key, choice, name).environments.map(e => e.name);
  return readReleases(files).filter(
    ({ environment }) =>
      choice.history === 'retained' || planned.includes(environment),
  );
}

/** One plan of the matrix. */
export interface MatrixCase {
  key: RuntimeKey;
  choice: Choice;
  input: ServiceInput;
  context: PlanContext;
}

function casesOf(key: RuntimeKey): MatrixCase[] {
  const choices = make(factorsOf(key), {
    sorter: sorters.hash,
    seed: key,
  } as never) as unknown as Choice[];
  return choices.map((choice, index) => {
    const name = `${key.replace('/', '-')}-${index}`;
    return {
      key,
      choice,
      input: inputOf(key, choice, name),
      context: {
        ...versionContext(choice, '7'),
        deployed: deployedOf(key, choice, name),
        ...(choice.rules === 'given' && { rules: platformRules }),
      },
    };
  });
}

/** Every pair of choices of every runtime in at least one plan. */
export function matrixCases(): MatrixCase[] {
  return (Object.keys(runtimeOptions) as RuntimeKey[]).flatMap(casesOf);
}

/** Pairs of choices of one runtime, as text. */
export function pairsOf(key: RuntimeKey, choices: Choice[] | 'all'): Set<string> {
  const factors = Object.entries(factorsOf(key));
  const pairs = new Set<string>();
  const add = (...picked: [string, string][]) =>
    pairs.add(picked.map(step => step.join('=')).join(' & '));
  factors.forEach(([left, lefts], index) =>
    factors.slice(index + 1).forEach(([right, rights]) => {
      if (choices !== 'all') {
        choices.forEach(c =>
          add(
            [left, c[left as keyof Choice]],
            [right, c[right as keyof Choice]],
          ),
        );
        return;
      }
      lefts.forEach(l => rights.forEach(r => add([left, l], [right, r])));
    }),
  );
  return pairs;
}
