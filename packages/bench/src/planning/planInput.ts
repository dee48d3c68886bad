import {
  PlanContext,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';

const environments = ['dev', 'staging', 'prod'];
const digest = `sha256:${'7'.repeat(64)}`;

/** A KServe service in three environments, with every policy. */
export const serviceInput: ServiceInput = {
  name: 'credit-risk-api',
  description: 'Scores loan applications.',
  owner: 'group:default/risk-ml',
  system: 'lending',
  model: { ref: 'model:default/credit-risk', version: '7' },
  runtime: { kind: 'kserve', mode: 'standard' },
  environments: environments.map((name, index) => ({
    name,
    namespace: `ml-${name}`,
    resources: { cpu: '500m', memory: '1Gi' },
    scaling: {
      kind: 'hpa',
      minReplicas: index + 1,
      maxReplicas: 6,
      metric: 'cpu',
      target: 70,
    },
  })),
  controller: 'argocd',
  policies: ['gatekeeper', 'kyverno', 'admission-policy'],
  costCenter: 'cc-42',
  tenant: 'acme',
  env: { LOG_LEVEL: 'info' },
  repository: { name: 'credit-risk-api-gitops' },
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
