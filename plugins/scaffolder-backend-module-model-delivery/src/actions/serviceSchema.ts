import { InputError } from '@backstage/errors';
import {
  checkServiceInput,
  ServiceInput,
  withoutEmpty,
} from '@modelyard/plugin-model-delivery-common';
import type { z as zodV3 } from 'zod/v3';

type Zod = typeof zodV3;

const object = (z: Zod) => z.record(z.unknown());

/**
 * The service input as the scaffolder describes it. It tells shapes only; what
 * the values mean is checked by {@link readService} and by delivery itself.
 */
export function serviceSchema(z: Zod) {
  return z
    .object({
      name: z.string().describe('Name of the service and its Component'),
      description: z.string().optional(),
      owner: z.string().describe('Entity ref of a group or user'),
      system: z.string().optional(),
      model: z
        .object({ ref: z.string(), version: z.string() })
        .describe('Entity ref of a Model, and one of its versions'),
      runtime: z.object({ kind: z.string(), mode: z.string().optional() }),
      image: z.string().optional().describe('Pinned by digest'),
      environments: z.array(object(z)).min(1),
      serving: object(z).optional().describe("Port and paths of one's image"),
      job: object(z).optional().describe('What a job does, and when'),
      controller: z.string().optional(),
      syncWindows: z.array(object(z)).optional(),
      policies: z.array(z.string()).optional(),
      pipeline: z.string().optional(),
      terraform: object(z).optional(),
      monitoring: object(z).optional(),
      costCenter: z.string(),
      tenant: z.string().optional(),
      env: z.record(z.string()).optional(),
      secrets: z.array(object(z)).optional().describe('References only'),
      labels: z.record(z.string()).optional(),
      annotations: z.record(z.string()).optional(),
      repository: z.object({
        name: z.string(),
        url: z.string().optional(),
        path: z.string().optional(),
        project: z.string().optional(),
        change: z.string().optional(),
      }),
    })
    .describe('The service input: the values of the form');
}

function hasUnrendered(value: unknown): boolean {
  return JSON.stringify(value ?? null).includes('${{');
}

/**
 * Checks what a step hands to an action. The schema alone won't do: the
 * scaffolder passes on a template expression that it could not render.
 *
 * @throws InputError naming each field that is wrong
 */
export function readService(value: unknown): ServiceInput {
  if (hasUnrendered(value))
    throw new InputError(
      'The service holds a template expression that was not rendered; remove "${{" from the form, or correct the template',
    );
  const { input, findings } = checkServiceInput(withoutEmpty(value));
  if (input) return input;
  throw new InputError(
    findings.map(({ field, message }) => `${field}: ${message}`).join('; '),
  );
}
