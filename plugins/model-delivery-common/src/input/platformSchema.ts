import { z } from 'zod';

/** A secret of a store outside of Git, brought in by External Secrets. */
export const secretSchema = z.strictObject({
  name: z.string().describe('Unique within the service.'),
  store: z.strictObject({
    kind: z.enum(['ClusterSecretStore', 'SecretStore']).optional(),
    name: z.string(),
  }),
  key: z.string().describe('Key in the store.'),
  variables: z
    .record(z.string(), z.string())
    .describe(
      'Variables of the container, each from a property of the secret.',
    ),
});

/** What a service of the form's own image offers. */
export const servingSchema = z.strictObject({
  port: z.number().int().optional().describe('8080 when absent.'),
  healthPath: z
    .string()
    .optional()
    .describe(
      'Answers 2xx when the model is loaded; only the port is probed when absent.',
    ),
  metricsPath: z.string().optional().describe('"/metrics" when absent.'),
});

/** What is watched. Everything is on when absent. */
export const monitoringSchema = z.strictObject({
  serviceMonitor: z.boolean().optional(),
  rules: z.boolean().optional(),
  dashboard: z.boolean().optional(),
  errorPercent: z
    .number()
    .optional()
    .describe(
      'Share of failed requests, in percent, that alerts; 1 when absent.',
    ),
  latencySeconds: z
    .number()
    .optional()
    .describe('95th percentile in seconds that alerts; 1 when absent.'),
  drift: z
    .strictObject({ query: z.string(), above: z.number() })
    .optional()
    .describe('Alerts while the PromQL query is above the value.'),
});

/** When Argo CD may or may not sync. */
export const syncWindowSchema = z.strictObject({
  kind: z.enum(['allow', 'deny']),
  cron: z.string().describe('Five fields, as in crontab.'),
  hours: z.number().int(),
  timeZone: z
    .string()
    .optional()
    .describe('Name of the tz database; UTC when absent.'),
  environments: z
    .array(z.string())
    .min(1)
    .max(20)
    .optional()
    .describe('Names of environments; all when absent.'),
});

/** Terraform for what lies outside the cluster. */
export const terraformSchema = z.strictObject({
  cloud: z.enum(['aws', 'gcp']),
});
