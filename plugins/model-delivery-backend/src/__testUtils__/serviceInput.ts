/** A service input that has nothing wrong with it. */
export function serviceInput(name = 'credit-risk-api') {
  const environment = (env: string) => ({
    name: env,
    namespace: `ml-${env}`,
    resources: { cpu: '500m', memory: '1Gi' },
    scaling: {
      kind: 'hpa',
      minReplicas: 1,
      maxReplicas: 2,
      metric: 'cpu',
      target: 70,
    },
  });
  return {
    name,
    owner: 'group:default/risk-ml',
    model: { ref: 'model:default/credit-risk', version: '7' },
    runtime: { kind: 'kserve', mode: 'standard' },
    environments: [
      environment('dev'),
      environment('staging'),
      environment('prod'),
    ],
    controller: 'argocd',
    policies: ['gatekeeper'],
    costCenter: 'cc-42',
    tenant: 'acme',
    repository: { name: `${name}-gitops` },
  };
}
