import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of the field: environments as the service input has them. */
export const environmentsSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.object({
        name: z.string(),
        namespace: z.string(),
        resources: z.object({ cpu: z.string(), memory: z.string() }),
        scaling: z.object({
          kind: z.enum(['hpa', 'knative']),
          minReplicas: z.number(),
          maxReplicas: z.number(),
          metric: z.enum(['cpu', 'memory', 'concurrency', 'rps']),
          target: z.number(),
        }),
      }),
    ),
});

/** One environment of the field. */
export type EnvironmentValue = (typeof environmentsSchema.TOutput)[number];

/** What the replicas of an environment follow. */
export type ScalingMetric = EnvironmentValue['scaling']['metric'];

/** What the field uses of the props that the form gives it. */
export interface EnvironmentsFieldProps {
  formData?: EnvironmentValue[];
  required?: boolean;
  rawErrors?: string[];
  onChange: (value: EnvironmentValue[] | undefined) => void;
}
