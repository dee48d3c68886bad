import { z } from 'zod';

/*
 * The OpenAPI document has refused whatever is not allowed before these run; they
 * only give the query its type.
 */

const span = { from: z.string().optional(), to: z.string().optional() };

export const modelsQuery = z.object({ ...span, ref: z.array(z.string()) });

export const modelCostQuery = z.object({
  ...span,
  groupBy: z
    .enum([
      'version',
      'environment',
      'service',
      'tenant',
      'owner',
      'cost-center',
      'activity',
      'component',
      'none',
    ])
    .optional(),
  step: z.enum(['day', 'week', 'month']).optional(),
});

export const unitCostsQuery = z.object({
  ...span,
  groupBy: z
    .enum(['none', 'version', 'environment', 'service', 'tenant'])
    .optional(),
});

export const showbackQuery = z.object({
  ...span,
  format: z.enum(['csv', 'focus']).optional(),
});

export const unlabelledQuery = z.object({
  ...span,
  cursor: z.string().optional(),
  limit: z.number().default(50),
});

export const backfillBody = z.object({
  from: z.string(),
  to: z.string().optional(),
  acceptIncomplete: z.boolean().optional(),
});

export const summaryQuery = z.object({
  ...span,
  groupBy: z
    .enum([
      'owner',
      'model',
      'version',
      'service',
      'environment',
      'tenant',
      'cost-center',
    ])
    .optional(),
});
