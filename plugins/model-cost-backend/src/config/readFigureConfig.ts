import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { toLabelValue } from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod';
import { isDay } from '../domain/days';
import { Rate, toFraction } from '../domain/rollUp/rates';
import { AttributionRule, SharedPool } from '../domain/rollUp/rules';
import { AllocationRule } from '../domain/rollUp/share';

/** What turns the ledger into figures, as configured. */
export interface FigureConfig {
  rates: Rate[];
  rules: AttributionRule[];
  pools: SharedPool[];
  allocation: AllocationRule;
  /** Less than this gives no unit cost. */
  minimumVolume: { requests: number; tokens: number };
}

const day = z.string().refine(isDay, 'no such day; write it as 2026-01-31');
const currency = z.string().regex(/^[A-Z]{3}$/, 'no ISO 4217 code such as EUR');
const pattern = z.strictObject({
  cluster: z.string().optional(),
  namespace: z.string().optional(),
  controllerKind: z.string().optional(),
  controller: z.string().optional(),
});
const sharing = z.enum(['separate', 'proportional']);

const label = z
  .string()
  .min(1)
  .refine(value => toLabelValue(value) === value, {
    error: issue =>
      `"${issue.input}" is no label; write "${toLabelValue(String(issue.input))}"`,
  });

const rate = z
  .strictObject({
    currency,
    from: day,
    rate: z.union([z.string(), z.number()]).transform(String),
  })
  .transform((value, context): Rate => {
    const fraction = toFraction(value.rate);
    if (fraction)
      return { currency: value.currency, from: value.from, ...fraction };
    context.addIssue({
      code: 'custom',
      path: ['rate'],
      message: `"${value.rate}" is no rate; write what one ${value.currency} is worth, such as "1.0825"`,
    });
    return z.NEVER;
  });

const rule = z.strictObject({
  source: z.string().optional(),
  match: pattern,
  from: day.optional(),
  until: day.optional(),
  set: z.strictObject({
    model: label.optional(),
    version: label.optional(),
    environment: label.optional(),
    service: label.optional(),
    owner: label.optional(),
    tenant: label.optional(),
    costCenter: label.optional(),
  }),
});

const pool = z.strictObject({
  name: z.string().min(1).max(63),
  match: z.array(pattern).min(1),
});

const kubernetesPool: SharedPool = {
  name: 'kubernetes',
  match: [{ namespace: 'kube-*' }],
};

const count = z.number().int().min(0);

const schema = z.object({
  rates: z.array(rate).default([]),
  attribution: z
    .strictObject({
      rules: z.array(rule).default([]),
      pools: z.array(pool).default([kubernetesPool]),
    })
    .default({ rules: [], pools: [kubernetesPool] }),
  allocation: z
    .strictObject({
      idle: sharing.default('separate'),
      shared: sharing.default('separate'),
    })
    .default({ idle: 'separate', shared: 'separate' }),
  unitCosts: z
    .strictObject({
      minimumRequests: count.default(1000),
      minimumTokens: count.default(100_000),
    })
    .default({ minimumRequests: 1000, minimumTokens: 100_000 }),
});

function toKey(path: PropertyKey[]): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
}

/**
 * Reads rates, attribution, allocation and unit costs of `modelCost`.
 *
 * @throws InputError naming the key that is wrong
 */
export function readFigureConfig(config: Config | undefined): FigureConfig {
  const keys = ['rates', 'attribution', 'allocation', 'unitCosts'];
  const parsed = schema.safeParse(
    Object.fromEntries(keys.map(key => [key, config?.getOptional(key)])),
  );
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new InputError(`modelCost${toKey(issue.path)}: ${issue.message}`);
  }
  const { rates, attribution, allocation, unitCosts } = parsed.data;
  return {
    rates,
    rules: attribution.rules,
    pools: attribution.pools,
    allocation,
    minimumVolume: {
      requests: unitCosts.minimumRequests,
      tokens: unitCosts.minimumTokens,
    },
  };
}
