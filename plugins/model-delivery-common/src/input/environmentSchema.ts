import { z } from 'zod';
import { rolloutSchema, scalingSchema } from './scalingSchema';

const count = z.number().int();

const resourcesSchema = z.strictObject({
  cpu: z.string().describe('Cores: "2", "500m".'),
  memory: z.string().describe('Bytes: "1Gi".'),
  gpu: z
    .strictObject({
      resource: z
        .string()
        .describe('Extended resource, such as "nvidia.com/gpu".'),
      count,
      product: z
        .string()
        .optional()
        .describe(
          'Value of the node label "<domain>/gpu.product"; any when absent.',
        ),
    })
    .optional(),
});

const tolerationSchema = z.strictObject({
  key: z.string(),
  value: z.string().optional().describe('Any value of the taint when absent.'),
  effect: z.enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute']).optional(),
});

const placementSchema = z.strictObject({
  nodeSelector: z.record(z.string(), z.string()).optional(),
  tolerations: z.array(tolerationSchema).max(20).optional(),
  spot: z
    .boolean()
    .optional()
    .describe('Only on nodes that may be taken away.'),
  spread: z
    .enum(['zone', 'host', 'none'])
    .optional()
    .describe('What the replicas are spread over; "zone" when absent.'),
});

const quotaSchema = z.strictObject({
  cpu: z.string(),
  memory: z.string(),
  gpu: count
    .optional()
    .describe('Of the resource that the environment asks for.'),
});

/** Where and how a service runs in one environment. */
export const environmentSchema = z.strictObject({
  name: z.string(),
  namespace: z.string(),
  resources: resourcesSchema,
  scaling: scalingSchema.optional().describe('One replica when absent.'),
  rollout: rolloutSchema.optional(),
  placement: placementSchema.optional(),
  quota: quotaSchema.optional().describe('ResourceQuota of the namespace.'),
});
