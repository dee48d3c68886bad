import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { serviceInputSchema } from '@modelyard/plugin-model-delivery-common';
import { z as zod } from 'zod';
import { z } from 'zod/v3';
import { DeliveryService } from '../service/DeliveryService';

/** Where an action is registered, and what it asks for its caller. */
export interface ActionOptions {
  registry: ActionsRegistryService;
  /** Authorised: an agent plans what its user may plan. */
  delivery: DeliveryService;
}

const description = `
Plans the GitOps repository of an inference service or a job of a model, and writes nothing. Answers with every file, with what writing them would change, with findings (an error forbids the plan, a warning names a closed gate or a risk) and with what a month will cost in millionths ("micros") of the currency, where the portal knows prices.

"service" is a service input. Its JSON Schema:
${JSON.stringify(zod.toJSONSchema(serviceInputSchema))}

A model version is named by its version, never by an alias; images are pinned by digest. When something is wrong, the error names each field by JSON Pointer and says what to do.
`.trim();

const output = () =>
  z.object({
    digest: z.string(),
    files: z.array(
      z.object({
        path: z.string(),
        content: z.string().optional(),
        mode: z.string().optional(),
      }),
    ),
    changes: z.array(z.object({ path: z.string(), change: z.string() })),
    findings: z.array(
      z.object({
        severity: z.enum(['error', 'warning', 'info']),
        field: z.string().optional(),
        check: z.string().optional(),
        message: z.string(),
      }),
    ),
    environments: z.array(z.string()),
    estimate: z
      .object({
        currency: z.string(),
        perEnvironment: z.array(
          z.object({
            name: z.string(),
            low: z.number().int(),
            expected: z.number().int(),
            high: z.number().int(),
            basis: z.string(),
          }),
        ),
      })
      .optional(),
  });

/** Plans a repository, with the bytes that delivery would write. */
export function createPlanAction({ registry, delivery }: ActionOptions): void {
  registry.register({
    name: 'plan',
    title: 'Plan the repository of a service',
    description,
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: () =>
        z
          .object({
            service: z
              .record(z.unknown())
              .describe('The service input, as the description has it.'),
            content: z
              .enum(['all', 'none'])
              .default('all')
              .describe('Whether files come with their content.'),
          })
          .strict(),
      output,
    },
    action: async ({ input: { service, content }, credentials }) => {
      const plan = await delivery.createPlan(service, 'preview', credentials);
      const { digest, files, changes, findings, environments, estimate } = plan;
      return {
        output: {
          digest,
          files:
            content === 'none' ? files.map(({ path }) => ({ path })) : files,
          changes,
          findings,
          environments,
          estimate,
        },
      };
    },
  });
}
