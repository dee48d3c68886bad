import { z } from 'zod';
import { environmentSchema } from './environmentSchema';
import { jobSchema } from './jobSchema';
import {
  monitoringSchema,
  secretSchema,
  servingSchema,
  syncWindowSchema,
  terraformSchema,
} from './platformSchema';

/**
 * Shape of a service input: what the form collects and `POST /plans` takes.
 * Unknown keys are refused. It says nothing about what the values mean;
 * `checkServiceInput` does.
 *
 * @public
 */
export const serviceInputSchema = z.strictObject({
  name: z
    .string()
    .describe('Name of the service, its Component and its objects.'),
  description: z.string().optional(),
  owner: z.string().describe('Entity ref of a group or user.'),
  system: z.string().optional().describe('Entity ref of a System.'),
  model: z.strictObject({
    ref: z.string().describe('Entity ref of the Model.'),
    version: z.string().describe('A version, never an alias.'),
  }),
  runtime: z.strictObject({
    kind: z.enum([
      'kserve',
      'kserve-llm',
      'knative',
      'deployment',
      'retraining-job',
      'batch-inference',
    ]),
    mode: z
      .enum(['standard', 'knative'])
      .optional()
      .describe('Only for "kserve"; standard when absent.'),
  }),
  image: z.string().optional().describe('Pinned by digest.'),
  serving: servingSchema
    .optional()
    .describe("Port and paths of the form's own image."),
  job: jobSchema.optional().describe('What a job does, and when.'),
  environments: z.array(environmentSchema).min(1).max(20),
  controller: z
    .enum(['argocd', 'flux'])
    .optional()
    .describe('As configured when absent.'),
  syncWindows: z
    .array(syncWindowSchema)
    .max(20)
    .optional()
    .describe('When Argo CD may or may not sync.'),
  policies: z
    .array(z.enum(['gatekeeper', 'kyverno', 'admission-policy']))
    .optional()
    .describe('Gatekeeper when absent.'),
  pipeline: z
    .enum(['github', 'gitlab', 'jenkins'])
    .optional()
    .describe('GitHub Actions when absent.'),
  terraform: terraformSchema
    .optional()
    .describe('Terraform for what lies outside the cluster.'),
  monitoring: monitoringSchema
    .optional()
    .describe('Everything is watched when absent.'),
  costCenter: z.string(),
  tenant: z.string().optional(),
  env: z
    .record(z.string(), z.string())
    .optional()
    .describe('Variables of the container; secrets never stand here.'),
  secrets: z
    .array(secretSchema)
    .max(20)
    .optional()
    .describe('References to secrets outside of Git.'),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  repository: z.strictObject({
    name: z.string(),
    url: z
      .string()
      .optional()
      .describe(
        'Address on a Git server that has the repository; the portal keeps it when absent.',
      ),
    path: z
      .string()
      .optional()
      .describe(
        'Folder of the service in a repository that others share, such as "services/api"; the whole repository when absent.',
      ),
    project: z
      .string()
      .optional()
      .describe('Key of the project in which Bitbucket Cloud makes it.'),
    change: z
      .enum(['commit', 'pull-request'])
      .optional()
      .describe('How it gets there; a commit to the main branch when absent.'),
  }),
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

/** What the replicas of an environment follow. */
export type ScalingInput = NonNullable<EnvironmentInput['scaling']>;

/** What a job does, and when. */
export type JobInput = NonNullable<ServiceInput['job']>;
