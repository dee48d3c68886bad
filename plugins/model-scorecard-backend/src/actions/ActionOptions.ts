import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { findModelRef } from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod/v3';
import { ScorecardService } from '../service/ScorecardService';

/** Where an action is registered, and what it asks for its caller. */
export interface ActionOptions {
  registry: ActionsRegistryService;
  /** Authorised: an agent sees what its user may read. */
  service: ScorecardService;
}

/** Every action here only reads. */
export const readOnlyAttributes = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};

/** A version of a model, and the environment it is asked about. */
export const questionInput = () =>
  z
    .object({
      model: z
        .string()
        .max(200)
        .transform((text, context) => {
          const ref = findModelRef(text);
          if (ref !== undefined) return ref;
          context.addIssue({
            code: z.ZodIssueCode.custom,
            message: `"${text}" is not the ref of a model; write such as model:default/credit-risk`,
          });
          return z.NEVER;
        })
        .describe(
          'Ref of the model, such as "model:default/credit-risk"; "credit-risk" alone means namespace "default".',
        ),
      version: z
        .string()
        .max(255)
        .describe('Name of the version, such as "7".'),
      environment: z
        .string()
        .max(63)
        .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
        .default('prod')
        .describe('Environment that the version is to enter.'),
    })
    .strict();

/** One check in few words. */
export const checkOutput = z.object({
  id: z.string(),
  title: z.string(),
  severity: z.string(),
  verdict: z.string(),
  reason: z.string(),
  remedy: z.string(),
});

/** The gate of an environment. */
export const gateOutput = z.object({
  environment: z.string(),
  state: z.string(),
  blockers: z.array(z.string()),
});
