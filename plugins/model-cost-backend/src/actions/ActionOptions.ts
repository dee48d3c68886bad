import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { stringifyEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';
import { ModelCostService } from '../service/ModelCostService';

/** Where an action is registered, and what it asks for its caller. */
export interface ActionOptions {
  registry: ActionsRegistryService;
  /** Authorised: an agent sees what its user may read. */
  service: ModelCostService;
}

/** Every action here only reads. */
export const readOnlyAttributes = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};

/** Groups beyond this are counted, not told. */
export const mostGroups = 50;

export const modelInput = () =>
  z
    .string()
    .max(200)
    .describe('Name or entity ref of the Model, such as credit-risk.');

export const spanInput = {
  from: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .describe('First day in UTC. Default 29 days before `to`.'),
  to: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional()
    .describe('Last day in UTC, included. Default yesterday.'),
};

/** What every answer says about how far its figures can be trusted. */
export const trustOutput = {
  currency: z.string(),
  from: z.string(),
  to: z.string(),
  closedUntil: z.string().optional(),
  exampleDates: z.boolean(),
};

/** @throws InputError for what is no name of a Model */
export function readModel(text: string): string {
  const ref = tryParse(text);
  if (ref?.kind.toLowerCase() === 'model') return stringifyEntityRef(ref);
  throw new InputError(
    `"${text}" is no Model; write its name, such as credit-risk`,
  );
}

function tryParse(text: string) {
  try {
    return parseEntityRef(text, { defaultKind: 'model' });
  } catch {
    return undefined;
  }
}
