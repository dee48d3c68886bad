import { z } from 'zod';

const text = z.string().nullish().catch(undefined);
const texts = z.array(z.string()).nullish().catch(undefined);

const descriptor = z.object({
  mediaType: z.string(),
  digest: z.string().regex(/^[a-z0-9]+:[0-9a-f]{32,}$/),
  size: z.number().nonnegative(),
  annotations: z.record(z.string(), z.string()).nullish(),
});

/** An image manifest, which is what model artifacts are stored as. */
export const manifest = z.object({
  artifactType: text,
  config: descriptor,
  layers: z.array(descriptor),
  annotations: z.record(z.string(), z.string()).nullish(),
});

/** Repositories of a registry. */
export const catalogPage = z.object({ repositories: z.array(z.string()) });

/** Tags of a repository; `null` when all were deleted. */
export const tagsPage = z.object({
  tags: z
    .array(z.string())
    .nullable()
    .transform(tags => tags ?? []),
});

/** What a registry's token service answers. */
export const tokenAnswer = z.object({
  token: text,
  access_token: text,
  expires_in: z.number().nullish().catch(undefined),
});

/** Configuration of a ModelPack artifact. */
export const modelPackConfig = z.object({
  descriptor: z
    .object({
      createdAt: text,
      authors: texts,
      title: text,
      description: text,
      licenses: texts,
      docURL: text,
      sourceURL: text,
      revision: text,
    })
    .nullish(),
  config: z.record(z.string(), z.unknown()).nullish().catch(undefined),
});

/** A Kitfile, as the configuration of a KitOps artifact. */
export const kitfile = z.object({
  package: z
    .object({ name: text, description: text, license: text, authors: texts })
    .nullish(),
  model: z
    .object({
      name: text,
      framework: text,
      description: text,
      license: text,
      parameters: z.unknown().nullish(),
    })
    .nullish(),
  datasets: z
    .array(z.object({ name: text, path: text }))
    .nullish()
    .catch(undefined),
});

/** A manifest. */
export type Manifest = z.output<typeof manifest>;
