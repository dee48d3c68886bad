import { InputError } from '@backstage/errors';
import {
  planRegistration,
  RegistrationPlan,
} from '@modelyard/plugin-model-catalog-common';
import type { z as zodV3 } from 'zod/v3';

type Zod = typeof zodV3;

/**
 * The registration as the scaffolder describes it. It tells shapes only; what the
 * values mean is checked by {@link readPlan}.
 */
export function registrationInput(z: Zod) {
  const optional = z.string().optional();
  return z
    .object({
      name: z.string().describe('Name of the Model'),
      title: optional,
      description: z.string(),
      owner: z.string().describe('Entity ref of a group or user'),
      system: optional.describe('Entity ref of a System'),
      type: z.string().describe('Such as classifier'),
      task: z.string().describe('Such as text-generation'),
      framework: optional.describe('Library, with its version'),
      license: z.string().describe('SPDX expression'),
      tags: z.array(z.string()).optional(),
      weights: z
        .record(z.unknown())
        .optional()
        .describe('The first version: uri, digest, createdAt, format'),
      intendedUse: z.string(),
      outOfScopeUse: z.string(),
      datasets: z
        .array(z.record(z.unknown()))
        .optional()
        .describe('Each with name, ref, digest and role'),
      metrics: z
        .array(z.record(z.unknown()))
        .optional()
        .describe('Each with name, value, minimum, maximum, dataset and split'),
      assessment: z
        .record(z.unknown())
        .describe('Answers to the questions about risk'),
      pipeline: optional.describe('github, gitlab or none'),
      repository: z
        .object({ url: optional, path: optional })
        .optional()
        .describe('Where the change goes; models/<name> when no path is given'),
    })
    .describe('The registration: the values of the form');
}

/** A plan of which no finding is an error. */
export type ReadyPlan = RegistrationPlan &
  Required<Pick<RegistrationPlan, 'folder' | 'tier'>>;

function isReady(plan: RegistrationPlan): plan is ReadyPlan {
  return plan.folder !== undefined && plan.tier !== undefined;
}

/**
 * Checks what a step hands to the action, and plans it. The schema alone won't do:
 * the scaffolder passes on a template expression that it could not render.
 *
 * @throws InputError naming each field that is wrong
 */
export function readPlan(value: unknown): ReadyPlan {
  if (JSON.stringify(value ?? null).includes('${{'))
    throw new InputError(
      'The registration holds a template expression that was not rendered; remove "${{" from the form, or correct the template',
    );
  const plan = planRegistration(value);
  if (isReady(plan)) return plan;
  throw new InputError(
    plan.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ field, message }) => `${field}: ${message}`)
      .join('; '),
  );
}
