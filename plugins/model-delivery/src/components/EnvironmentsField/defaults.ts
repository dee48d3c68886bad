import { EnvironmentValue, ScalingMetric } from './environmentsSchema';

const busiest = 'prod';
const targets: Record<ScalingMetric, number> = {
  cpu: 70,
  memory: 75,
  concurrency: 10,
  rps: 50,
};

/** What an environment starts with in the form. */
export function defaultEnvironment(name: string): EnvironmentValue {
  const busy = name === busiest;
  return {
    name,
    namespace: `ml-${name}`,
    resources: { cpu: '500m', memory: '1Gi' },
    scaling: {
      kind: 'hpa',
      minReplicas: busy ? 2 : 1,
      maxReplicas: busy ? 4 : 2,
      metric: 'cpu',
      target: targets.cpu,
    },
  };
}

/** Scales by another measure, from its usual target. */
export function withMetric(
  environment: EnvironmentValue,
  metric: ScalingMetric,
): EnvironmentValue {
  const kind: EnvironmentValue['scaling']['kind'] =
    metric === 'cpu' || metric === 'memory' ? 'hpa' : 'knative';
  const scaling = { ...environment.scaling, kind, metric };
  return { ...environment, scaling: { ...scaling, target: targets[metric] } };
}
