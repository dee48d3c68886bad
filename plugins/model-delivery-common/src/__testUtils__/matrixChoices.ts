import {
  kafkaTrigger,
  prometheusTrigger,
  scalings,
} from '../__fixtures__/variants';
import {
  EnvironmentInput,
  JobInput,
  ServiceInput,
} from '../input/serviceInputSchema';

type Scaling = EnvironmentInput['scaling'];

/** Every choice of the form by name, each with the values that are tried. */
export const scalingChoices: Record<string, Scaling> = {
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

export const rolloutChoices: Record<string, EnvironmentInput['rollout']> = {
  none: undefined,
  rolling: { kind: 'rolling' },
  canary: { kind: 'canary', percent: 10 },
  'blue-green': { kind: 'blue-green' },
};

export const gpuChoices: Record<string, EnvironmentInput['resources']['gpu']> =
  {
    none: undefined,
    one: { resource: 'nvidia.com/gpu', count: 1 },
    'two of a kind': {
      resource: 'nvidia.com/gpu',
      count: 2,
      product: 'NVIDIA-L4',
    },
  };

export const placementChoices: Record<string, EnvironmentInput['placement']> = {
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

export const jobChoices: Record<string, JobInput | undefined> = {
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

export const secretChoices: Record<string, ServiceInput['secrets']> = {
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

export const monitoringChoices: Record<string, ServiceInput['monitoring']> = {
  all: undefined,
  nothing: { serviceMonitor: false, rules: false, dashboard: false },
  'with drift': {
    errorPercent: 0.5,
    latencySeconds: 0.25,
    drift: { query: 'max(model_drift_score)', above: 0.2 },
  },
};

export const policyChoices: Record<string, ServiceInput['policies']> = {
  default: undefined,
  none: [],
  kyverno: ['kyverno'],
  'admission-policy': ['admission-policy'],
  all: ['gatekeeper', 'kyverno', 'admission-policy'],
};

export const detailChoices = {
  bare: { system: undefined, tenant: undefined, env: undefined },
  full: {
    description: 'Scores *loans* <b>now</b> `x` $(id)',
    env: { LOG_LEVEL: 'yes', ZERO: '007', TILDE: '~', TIME: '1:30' },
    labels: { team: '1e3', y: 'no' },
    annotations: { 'example.com/note': 'a: b # {{ x }} $HOME' },
  },
};

export const storageChoices: Record<string, readonly string[]> = {
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

export const own = `registry.example.com/team/runtime@sha256:${'d'.repeat(64)}`;

/** What the platform of the matrix allows. */
export const platformRules = {
  registries: ['registry.example.com/team'],
  licenses: ['Apache-2.0'],
  signers: [
    {
      issuer: 'https://token.actions.githubusercontent.com',
      subject:
        'https://github.com/example/scorer/.github/workflows/build.yaml@refs/heads/main',
    },
  ],
  spot: {
    nodeSelector: { 'eks.amazonaws.com/capacityType': 'SPOT' },
    tolerations: [{ key: 'spot', value: 'true' }],
  },
};
