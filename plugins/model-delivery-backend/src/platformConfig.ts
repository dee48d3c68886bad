import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ComputePrices,
  isRepositoryUrl,
  PlatformRules,
} from '@modelyard/plugin-model-delivery-common';
import { z } from 'zod';
import { ConfiguredRemote } from './git/RemoteAccess';

const micros = 1_000_000;
const price = z
  .number()
  .nonnegative()
  .transform(amount => Math.round(amount * micros));

const presetSchema = z.strictObject({
  name: z.string().min(1),
  title: z.string().optional(),
  cpu: z.string(),
  memory: z.string(),
  gpu: z
    .strictObject({
      resource: z.string(),
      count: z.number().int().positive(),
      product: z.string().optional(),
    })
    .optional(),
});

const computeSchema = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be three capital letters'),
  cpuHour: price,
  memoryGibHour: price,
  gpuHour: z.record(z.string(), price).optional(),
  presets: z
    .array(presetSchema)
    .refine(
      list => new Set(list.map(({ name }) => name)).size === list.length,
      'has a name twice',
    )
    .optional(),
});

const imageBeginning = z
  .string()
  .regex(
    /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?(:\d{1,5})?(\/[-\w./]*)?$/,
    'must be a registry such as "registry.example.com/team", without a scheme',
  );

const rulesSchema = z.strictObject({
  registries: z.array(imageBeginning).optional(),
  licenses: z
    .array(z.string().regex(/^[-\w.+:]+$/, 'must be an SPDX id'))
    .optional(),
  signers: z
    .array(
      z.strictObject({ issuer: z.url(), subject: z.string().min(1).max(500) }),
    )
    .optional(),
  spot: z
    .strictObject({
      nodeSelector: z.record(z.string(), z.string()),
      tolerations: z
        .array(
          z.strictObject({ key: z.string(), value: z.string().optional() }),
        )
        .optional(),
    })
    .optional(),
});

const remotesSchema = z.array(
  z.strictObject({
    baseUrl: z
      .string()
      .transform(url => url.replace(/\/*$/, '/'))
      // What lies below it is an address of a repository, and so it is one too.
      .refine(
        url => isRepositoryUrl(`${url}any`),
        'must be an address such as "https://git.example.com/models"',
      ),
    username: z.string().min(1).optional(),
    password: z.string().min(1).optional(),
  }),
);

function read<T>(
  config: RootConfigService,
  key: string,
  schema: z.ZodType<T>,
): T | undefined {
  const value = config.getOptional(key);
  if (value === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [{ path, message }] = parsed.error.issues;
  throw new InputError(
    `Configuration ${[key, ...path.map(String)].join('.')}: ${message}`,
  );
}

/**
 * Reads what compute costs; amounts of the configuration are in the currency,
 * those of the answer in millionths of it.
 *
 * @throws InputError naming the key that is wrong
 */
export function readPrices(
  config: RootConfigService,
): ComputePrices | undefined {
  const compute = read(config, 'modelDelivery.compute', computeSchema);
  if (!compute) return undefined;
  const { presets: _presets, ...prices } = compute;
  return prices;
}

/**
 * Reads what holds for every service.
 *
 * @throws InputError naming the key that is wrong
 */
export function readRules(
  config: RootConfigService,
): PlatformRules | undefined {
  return read(config, 'modelDelivery.rules', rulesSchema);
}

/**
 * Reads which Git servers there are beside those of integrations.
 *
 * @throws InputError naming the key that is wrong
 */
export function readRemotes(config: RootConfigService): ConfiguredRemote[] {
  return read(config, 'modelDelivery.git.remotes', remotesSchema) ?? [];
}
