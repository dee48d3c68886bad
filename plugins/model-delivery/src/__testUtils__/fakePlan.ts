import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';

const files = [
  { path: 'README.md', content: '# What it is\n' },
  { path: 'base/deployment.yaml', content: 'kind: Deployment\n' },
  { path: 'overlays/dev/kustomization.yaml', content: 'resources: []\n' },
];

/** The plan of a new service for dev, unless told otherwise. */
export function fakePlan(answers: Partial<PlanAnswer> = {}): PlanAnswer {
  return {
    digest: 'sha256:00',
    files,
    findings: [],
    environments: ['dev'],
    changes: files.map(({ path }) => ({ path, change: 'added' })),
    entityRef: 'component:default/api',
    repositoryUrl: 'http://localhost/services/api',
    cloneUrl: 'http://localhost:7007/api/model-delivery/git/api-gitops.git',
    estimate: {
      currency: 'USD',
      perEnvironment: [
        {
          name: 'dev',
          low: 10_000_000,
          expected: 15_000_000,
          high: 20_000_000,
          basis: '1 to 2 replicas, 730 hours',
        },
      ],
    },
    ...answers,
  };
}
