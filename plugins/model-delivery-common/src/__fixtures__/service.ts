import { EnvironmentInput, ServiceInput } from '../input/serviceInputSchema';
import { PlanContext } from '../plan/types';

/** An environment that every rule accepts. */
export function environment(
  name: string,
  changes: Partial<EnvironmentInput> = {},
): EnvironmentInput {
  return {
    name,
    namespace: `ml-${name}`,
    resources: { cpu: '500m', memory: '1Gi' },
    scaling: {
      kind: 'hpa',
      minReplicas: 2,
      maxReplicas: 6,
      metric: 'cpu',
      target: 70,
    },
    ...changes,
  };
}

/** A service that every rule accepts. */
export function service(changes: Partial<ServiceInput> = {}): ServiceInput {
  return {
    name: 'credit-risk-api',
    owner: 'group:default/risk-ml',
    system: 'lending',
    model: { ref: 'model:default/credit-risk', version: '7' },
    runtime: { kind: 'kserve', mode: 'standard' },
    environments: [environment('dev'), environment('prod')],
    controller: 'argocd',
    policies: ['gatekeeper', 'kyverno', 'admission-policy'],
    costCenter: 'cc-42',
    tenant: 'acme',
    env: { LOG_LEVEL: 'info' },
    repository: { name: 'credit-risk-api-gitops' },
    ...changes,
  };
}

/** Digest of a version, made of one repeated digit. */
export function digestOf(digit: string): string {
  return `sha256:${digit.repeat(64)}`;
}

/** What a caller knows when every gate is open. */
export function context(changes: Partial<PlanContext> = {}): PlanContext {
  return {
    model: {
      ref: 'model:default/credit-risk',
      version: '7',
      digest: digestOf('7'),
      digestKind: 'content',
      status: 'ready',
      artifacts: [
        {
          uri: 's3://models/credit-risk/7/model.joblib',
          digest: digestOf('7'),
          sizeBytes: 4096,
          format: 'joblib',
        },
      ],
      license: 'Apache-2.0',
    },
    aliases: { champion: '7', challenger: '8' },
    versions: ['8', '7', '6'],
    gates: ['dev', 'staging', 'prod'].map(name => ({
      environment: name,
      state: 'open',
      blockers: [],
      verdictDigest: digestOf('a'),
      compliance: 'passed',
      alignment: 'audited',
    })),
    repositoryUrl:
      'http://localhost:7007/api/model-delivery/git/credit-risk-api-gitops.git',
    ...changes,
  };
}
