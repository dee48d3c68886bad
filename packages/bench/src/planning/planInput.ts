import {
  PlanContext,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';

const environments = ['dev', 'staging', 'prod'];
const digest = `sha256:${'7'.repeat(64)}`;

type Environment = ServiceInput['environments'][number];

const image = `registry.example.com/team/scorer@sha256:${'c'.repeat(64)}`;

function inThree(
  scaling: (index: number) => Environment['scaling'],
): Environment[] {
  return environments.map((name, index) => ({
    name,
    namespace: `ml-${name}`,
    resources: { cpu: '500m', memory: '1Gi' },
    scaling: scaling(index),
  }));
}

/** A KServe service in three environments, with every policy. */
const kserve: ServiceInput = {
  name: 'credit-risk-api',
  description: 'Scores loan applications.',
  owner: 'group:default/risk-ml',
  system: 'lending',
  model: { ref: 'model:default/credit-risk', version: '7' },
  runtime: { kind: 'kserve', mode: 'standard' },
  environments: inThree(index => ({
    kind: 'hpa',
    minReplicas: index + 1,
    maxReplicas: 6,
    metric: 'cpu',
    target: 70,
  })),
  controller: 'argocd',
  policies: ['gatekeeper', 'kyverno', 'admission-policy'],
  costCenter: 'cc-42',
  tenant: 'acme',
  env: { LOG_LEVEL: 'info' },
  repository: { name: 'credit-risk-api-gitops' },
};

/** What is planned, by what people call it. */
export const serviceInputs: Readonly<Record<string, ServiceInput>> = {
  'a KServe service': kserve,
  'a Deployment with KEDA': {
    ...kserve,
    runtime: { kind: 'deployment' },
    image,
    terraform: { cloud: 'aws' },
    environments: inThree(index => ({
      kind: 'keda',
      minReplicas: index,
      maxReplicas: 6,
      trigger: {
        kind: 'kafka',
        bootstrapServers: 'kafka.events.svc:9092',
        topic: 'loans',
        consumerGroup: 'scorer',
        lagThreshold: 100,
      },
    })),
  },
  'a retraining job': {
    ...kserve,
    runtime: { kind: 'retraining-job' },
    image,
    job: { trigger: { kind: 'schedule', cron: '0 3 * * 1' } },
    environments: inThree(() => undefined),
  },
};

/** What a caller knows when every gate is open. */
export const planContext: PlanContext = {
  model: {
    ref: 'model:default/credit-risk',
    version: '7',
    digest,
    digestKind: 'content',
    status: 'ready',
    artifacts: [
      {
        uri: 's3://models/credit-risk/7/model.joblib',
        digest,
        sizeBytes: 4096,
        format: 'joblib',
      },
    ],
    license: 'Apache-2.0',
  },
  aliases: { champion: '7' },
  versions: ['7', '6'],
  gates: environments.map(environment => ({
    environment,
    state: 'open',
    blockers: [],
    verdictDigest: `sha256:${'a'.repeat(64)}`,
    compliance: 'passed',
    alignment: 'audited',
  })),
  repositoryUrl: 'https://git.example.com/risk-ml/credit-risk-api-gitops.git',
};
