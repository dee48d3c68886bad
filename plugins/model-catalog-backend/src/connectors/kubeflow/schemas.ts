import { z } from 'zod';

const text = z.string().nullish();
/** int64 travels as text. */
const time = text;

/** What users add, by the type of its value. */
const customProperties = z
  .record(
    z.string(),
    z.object({
      metadataType: z.string(),
      string_value: text,
      int_value: z.union([z.string(), z.number()]).nullish(),
      double_value: z.union([z.number(), z.string()]).nullish(),
      bool_value: z.boolean().nullish(),
    }),
  )
  .nullish();

const resource = {
  id: z.string().min(1),
  name: z.string().min(1),
  description: text,
  state: text,
  createTimeSinceEpoch: time,
  lastUpdateTimeSinceEpoch: time,
  customProperties,
};

const registeredModel = z.object({ ...resource, owner: text });
const modelVersion = z.object({ ...resource, author: text });
const modelArtifact = z.object({
  artifactType: text,
  uri: text,
  modelFormatName: text,
  modelFormatVersion: text,
  customProperties,
});

function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextPageToken: text });
}

/** Schemas of the answers that are read; v1alpha3. */
export const answers = {
  models: page(registeredModel),
  versions: page(modelVersion),
  artifacts: page(modelArtifact),
};

/** A model of the registry. */
export type RegisteredModel = z.output<typeof registeredModel>;
/** A version of one. */
export type ModelVersion = z.output<typeof modelVersion>;
/** Where a version lies. */
export type ModelArtifact = z.output<typeof modelArtifact>;
/** What users added to either. */
export type CustomProperties = z.output<typeof customProperties>;
