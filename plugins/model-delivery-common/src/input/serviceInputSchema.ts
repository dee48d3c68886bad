import { z } from 'zod';

const replicas = z.number().int();

const scalingSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hpa'),
    minReplicas: replicas,
    maxReplicas: replicas,
    metric: z.enum(['cpu', 'memory']),
    target: z.number().int(),
  }),
  z.strictObject({
    kind: z.literal('knative'),
    minReplicas: replicas,
    maxReplicas: replicas,
    metric: z.enum(['concurrency', 'rps']),
    target: z.number().int(),
  }),
  z.strictObject({ kind: z.literal('fixed'), replicas }),
]);

const environmentSchema = z.strictObject({
  name: z.string(),
  namespace: z.string(),
  resources: z.strictObject({
    cpu: z.string(),
    memory: z.string(),
    gpu: z
      .strictObject({ resource: z.string(), count: z.number().int() })
      .optional(),
  }),
  scaling: scalingSchema,
  rollout: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('canary'),
        percent: z.number().int(),
      }),
      z.strictObject({ kind: z.literal('rolling') }),
    ])
    .optional(),
});

/**
 * Shape of a service input: what the form collects and `POST /plans` takes.
 * Unknown keys are refused. It says nothing about what the values mean;
 * `checkServiceInput` does.
 *
 * @public
 */
export const serviceInputSchema = z.strictObject({
  name: z.string(),
  description: z.string().optional(),
  owner: z.string(),
  system: z.string().optional(),
  model: z.strictObject({ ref: z.string(), version: z.string() }),
  runtime: z.strictObject({
    kind: z.enum([
      'kserve',
      'kserve-llm',
      'knative',
      'deployment',
      'retraining-job',
      'batch-inference',
    ]),
    mode: z.enum(['standard', 'knative']).optional(),
  }),
  image: z.string().optional(),
  environments: z.array(environmentSchema).min(1).max(20),
  controller: z.enum(['argocd', 'flux']).optional(),
  policies: z
    .array(z.enum(['gatekeeper', 'kyverno', 'admission-policy']))
    .optional(),
  costCenter: z.string(),
  tenant: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  repository: z.strictObject({ name: z.string() }),
});

/**
 * What a service should be: the values of the template `inference-service` and
 * the body of `POST /plans`.
 *
 * @public
 */
export type ServiceInput = z.infer<typeof serviceInputSchema>;

/**
 * One environment of a {@link ServiceInput}.
 *
 * @public
 */
export type EnvironmentInput = ServiceInput['environments'][number];
