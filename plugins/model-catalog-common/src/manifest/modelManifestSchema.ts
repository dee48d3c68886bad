import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import { z } from 'zod';
import { isEntityRef } from '../entityRef';

const text = (max: number) => z.string().trim().min(1).max(max);
const line = text(255).regex(/^[^\r\n\0]*$/, 'must be one line');
const objectName = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const dnsLabel = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?';
// What `refine` decides is unknown to a JSON Schema, which is told it as a pattern.
const entityRef = line
  .refine(
    isEntityRef,
    'must be an entity ref, [<kind>:][<namespace>/]<name>, such as group:default/risk-ml',
  )
  .meta({
    pattern: `^([A-Za-z][A-Za-z0-9]{0,62}:)?(${dnsLabel}/)?${objectName}$`,
  });
const address = text(2000).regex(/^[^\s\0]*$/, 'must not contain white space');
const digest = z
  .string()
  .regex(
    /^sha256:[0-9a-f]{64}$/,
    'must be "sha256:" and 64 lower-case hexadecimal digits',
  );
const quoted = (what: string) =>
  z
    .string(`must be text; write ${what} in quotes, such as "7"`)
    .trim()
    .min(1)
    .max(255)
    .regex(/^[^\s/\0]+$/, 'must not contain white space or "/"');

/** A parameter may be any scalar; it is kept as text. */
const parameter = z
  .union([z.string().max(4000), z.number(), z.boolean()], {
    error: 'must be text, a number or true or false',
  })
  .transform(String);

const metric = z.object({
  name: line,
  value: z.number(
    'must be a finite number; leave out what could not be measured',
  ),
  higherIsBetter: z.boolean().optional(),
  dataset: line.optional(),
  split: line.optional(),
  n: z.int().nonnegative().optional(),
});

const version = z.object({
  version: quoted('the version'),
  createdAt: z.iso.datetime({
    offset: true,
    error:
      'must be a time in ISO 8601 with its zone, such as 2026-11-12T09:30:00Z',
  }),
  createdBy: entityRef.optional(),
  commit: z
    .string()
    .regex(
      /^[0-9a-f]{40}([0-9a-f]{24})?$/,
      'must be a commit of 40 hexadecimal digits',
    )
    .optional(),
  runUrl: address
    .regex(/^https?:\/\//i, 'must start with http:// or https://')
    .optional(),
  status: z.enum(['ready', 'pending', 'failed']).default('ready'),
  stage: line.optional(),
  artifacts: z
    .array(
      z.object({
        uri: address,
        digest: digest.optional(),
        sizeBytes: z.int().nonnegative().optional(),
        format: line.optional(),
      }),
    )
    .max(2000)
    .default([]),
  metrics: z.array(metric).max(1000).default([]),
  params: z.record(line, parameter).default({}),
  datasets: z
    .array(
      z.object({ name: line, digest: line.optional(), role: line.optional() }),
    )
    .max(200)
    .default([]),
  links: z
    .array(
      z.object({
        url: address.regex(
          /^https?:\/\//i,
          'must start with http:// or https://',
        ),
        title: line,
      }),
    )
    .max(50)
    .default([]),
  card: line.optional(),
});

/**
 * A `model.yaml`. Keys that it doesn't know are reported, not refused.
 *
 * @public
 */
export const modelManifestSchema = z
  .object({
    apiVersion: z.literal('modelyard.io/v1alpha1', {
      error: 'must be modelyard.io/v1alpha1',
    }),
    kind: z.literal('ModelManifest', { error: 'must be ModelManifest' }),
    metadata: z.object({
      name: line
        .refine(
          KubernetesValidatorFunctions.isValidObjectName,
          'must be a legal entity name: at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit',
        )
        .meta({ pattern: `^${objectName}$` }),
      namespace: line
        .refine(
          KubernetesValidatorFunctions.isValidNamespace,
          'must be at most 63 lower-case letters, digits and "-"',
        )
        .meta({ pattern: `^${dnsLabel}$` })
        .optional(),
      title: line.optional(),
      description: text(4000).optional(),
      tags: z.array(line).max(100).optional(),
    }),
    spec: z.object({
      type: line,
      lifecycle: z.enum(['experimental', 'production', 'deprecated'], {
        error: 'must be experimental, production or deprecated',
      }),
      owner: entityRef.optional(),
      system: entityRef.optional(),
      task: line.optional(),
      license: line.optional(),
      riskTier: line.optional(),
      baseModels: z.array(entityRef).max(100).optional(),
      datasets: z.array(entityRef).max(100).optional(),
      aliases: z.record(line, quoted('the version')).default({}),
      versions: z.array(version).max(20_000).default([]),
    }),
  })
  .superRefine((manifest, context) => {
    const versions = new Set<string>();
    for (const [index, { version: name }] of manifest.spec.versions.entries()) {
      if (versions.has(name))
        context.addIssue({
          code: 'custom',
          path: ['spec', 'versions', index, 'version'],
          message: `version "${name}" stands here more than once; a version is listed once`,
        });
      versions.add(name);
    }
    for (const [alias, target] of Object.entries(manifest.spec.aliases))
      if (!versions.has(target))
        context.addIssue({
          code: 'custom',
          path: ['spec', 'aliases', alias],
          message: `points to version "${target}", which is not in spec.versions; add it or move the alias`,
        });
  });

/**
 * A manifest that was accepted.
 *
 * @public
 */
export type ModelManifest = z.output<typeof modelManifestSchema>;

/**
 * A manifest as it is written, defaults left out.
 *
 * @public
 */
export type ModelManifestInput = z.input<typeof modelManifestSchema>;
