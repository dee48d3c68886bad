import { EnvironmentInput, ServiceInput } from '../input/serviceInputSchema';
import { environment, service } from './service';

const image = `registry.example.com/team/scorer@sha256:${'c'.repeat(64)}`;

type Scaling = NonNullable<EnvironmentInput['scaling']>;

export const prometheusTrigger = {
  kind: 'prometheus',
  serverAddress: 'http://prometheus.monitoring.svc:9090',
  query: 'sum(rate(http_requests_total[2m]))',
  threshold: 50,
} as const;

export const kafkaTrigger = {
  kind: 'kafka',
  bootstrapServers: 'kafka.events.svc:9092',
  topic: 'loans.applied',
  consumerGroup: 'scorer',
  lagThreshold: 100,
} as const;

/** One scaling of each kind that every rule of its runtime accepts. */
export const scalings: Readonly<Record<Scaling['kind'], Scaling>> = {
  hpa: {
    kind: 'hpa',
    minReplicas: 2,
    maxReplicas: 6,
    metric: 'cpu',
    target: 70,
  },
  knative: {
    kind: 'knative',
    minReplicas: 0,
    maxReplicas: 4,
    metric: 'concurrency',
    target: 10,
  },
  keda: {
    kind: 'keda',
    minReplicas: 1,
    maxReplicas: 5,
    trigger: prometheusTrigger,
  },
  vpa: { kind: 'vpa', replicas: 2 },
  wva: { kind: 'wva', minReplicas: 1, maxReplicas: 3, actuator: 'hpa' },
  fixed: { kind: 'fixed', replicas: 2 },
};

/** A service of each runtime that every rule accepts. */
export const variants = {
  'kserve/standard': service(),
  'kserve/knative': service({
    runtime: { kind: 'kserve', mode: 'knative' },
    environments: [
      environment('dev', { scaling: scalings.knative }),
      environment('prod', { scaling: scalings.fixed }),
    ],
  }),
  'kserve-llm': service({
    runtime: { kind: 'kserve-llm' },
    environments: [environment('prod', { scaling: scalings.wva })],
  }),
  knative: service({
    runtime: { kind: 'knative' },
    image,
    environments: [environment('prod', { scaling: scalings.knative })],
  }),
  deployment: service({
    runtime: { kind: 'deployment' },
    image,
    serving: { healthPath: '/healthz' },
  }),
  'retraining-job': service({
    runtime: { kind: 'retraining-job' },
    image,
    environments: [environment('prod', { scaling: undefined })],
  }),
  'batch-inference': service({
    runtime: { kind: 'batch-inference' },
    image,
    job: { input: 's3://loans/in', output: 's3://loans/out' },
    environments: [environment('prod', { scaling: scalings.fixed })],
  }),
} satisfies Record<string, ServiceInput>;
