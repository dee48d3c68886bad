import { z } from 'zod';

const count = z.number().int();

const authentication = {
  authentication: z
    .string()
    .optional()
    .describe(
      'Name of a TriggerAuthentication in the namespace; none is made.',
    ),
};

/** What starts or scales a workload from outside the cluster's own measures. */
const kafkaSchema = z.strictObject({
  kind: z.literal('kafka'),
  bootstrapServers: z
    .string()
    .describe('"host:port", several separated by commas.'),
  topic: z.string(),
  consumerGroup: z.string(),
  lagThreshold: count.describe(
    'Messages that one replica or one job may lie behind.',
  ),
  ...authentication,
});

const prometheusSchema = z.strictObject({
  kind: z.literal('prometheus'),
  serverAddress: z
    .string()
    .describe('Address of the Prometheus server inside the cluster.'),
  query: z.string().describe('PromQL with one value as its answer.'),
  threshold: z
    .number()
    .describe(
      'Value that one replica is for; the value above which a job starts.',
    ),
  ...authentication,
});

/** KEDA's triggers that the planner knows. */
export const triggerSchema = z.discriminatedUnion('kind', [
  kafkaSchema,
  prometheusSchema,
]);

const range = { minReplicas: count, maxReplicas: count };

/** What the number of replicas follows. */
export const scalingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hpa'),
    ...range,
    metric: z.enum(['cpu', 'memory']),
    target: count.describe('Percent of the request.'),
  }),
  z.strictObject({
    kind: z.literal('knative'),
    ...range,
    metric: z.enum(['concurrency', 'rps']),
    target: count.describe('Per replica.'),
  }),
  z.strictObject({
    kind: z.literal('keda'),
    ...range,
    trigger: triggerSchema,
  }),
  z.strictObject({
    kind: z
      .literal('vpa')
      .describe(
        'Fixed replicas, and a VerticalPodAutoscaler that only recommends.',
      ),
    replicas: count,
  }),
  z.strictObject({
    kind: z
      .literal('wva')
      .describe(
        "KServe's autoscaler of language models, acting through HPA or KEDA.",
      ),
    ...range,
    actuator: z.enum(['hpa', 'keda']),
  }),
  z.strictObject({ kind: z.literal('fixed'), replicas: count }),
]);

/** How a new version takes over the traffic. */
export const rolloutSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('canary'),
    percent: count.describe(
      'Share of the traffic that the new version gets at first.',
    ),
  }),
  z.strictObject({ kind: z.literal('blue-green') }),
  z.strictObject({ kind: z.literal('rolling') }),
]);
