const dev = {
  name: 'dev',
  namespace: 'ml-dev',
  resources: { cpu: '500m', memory: '1Gi' },
};
const image = `registry.example.com/risk/api@sha256:${'a'.repeat(64)}`;

const common = {
  name: 'api',
  owner: 'group:default/risk-ml',
  model: { ref: 'model:default/credit-risk', version: '7' },
  costCenter: 'cc-42',
  tenant: 'acme',
  env: { LOG_LEVEL: 'info' },
  secrets: [
    {
      name: 'db',
      store: { kind: 'ClusterSecretStore', name: 'vault' },
      key: 'ml/db',
      variables: { DB_URL: 'url' },
    },
  ],
  controller: 'argocd',
  policies: ['gatekeeper'],
  pipeline: 'github',
  repository: { name: 'api-gitops' },
};

/** What the form of each template sends. */
export const valuesOf: Record<string, Record<string, unknown>> = {
  'inference-service': {
    ...common,
    runtime: { kind: 'kserve', mode: 'standard' },
    environments: [
      {
        ...dev,
        scaling: {
          kind: 'hpa',
          minReplicas: 1,
          maxReplicas: 2,
          metric: 'cpu',
          target: 70,
        },
        rollout: { kind: 'canary', percent: 10 },
      },
    ],
    monitoring: { errorPercent: 2 },
    syncWindows: [{ kind: 'deny', cron: '0 18 * * 5', hours: 60 }],
    terraform: { cloud: 'aws' },
  },
  'llm-service': {
    ...common,
    runtime: { kind: 'kserve-llm' },
    environments: [
      {
        ...dev,
        resources: {
          cpu: '4',
          memory: '16Gi',
          gpu: { resource: 'nvidia.com/gpu', count: 1 },
        },
        scaling: { kind: 'fixed', replicas: 1 },
      },
    ],
  },
  'retraining-job': {
    ...common,
    runtime: { kind: 'retraining-job' },
    image,
    environments: [dev],
    job: {
      trigger: { kind: 'schedule', cron: '0 3 * * 1' },
      args: ['--epochs', '3'],
      retries: 1,
    },
  },
  'batch-inference': {
    ...common,
    runtime: { kind: 'batch-inference' },
    image,
    environments: [{ ...dev, scaling: { kind: 'fixed', replicas: 2 } }],
    job: { input: 's3://loans/in', output: 's3://loans/out' },
  },
};
