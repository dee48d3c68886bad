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

/** A row of the listing of models. */
export const registeredModel = z.object({ ...resource, owner: text });
/** A row of a model's versions. */
export const modelVersion = z.object({ ...resource, author: text });
/** A row of a version's artifacts: files, datasets, metrics and parameters. */
export const artifact = z.object({
  artifactType: text,
  name: text,
  uri: text,
  modelFormatName: text,
  modelFormatVersion: text,
  /** Of a dataset. */
  digest: text,
  /** Of a metric or a parameter. */
  value: z.union([z.number(), z.string()]).nullish(),
  customProperties,
});

/** One page of a listing, v1alpha3; each row is looked at by itself. */
export const answer = z.object({
  items: z.array(z.unknown()),
  nextPageToken: text,
});

/** A model of the registry. */
export type RegisteredModel = z.output<typeof registeredModel>;
/** A version of one. */
export type ModelVersion = z.output<typeof modelVersion>;
/** What belongs to a version. */
export type Artifact = z.output<typeof artifact>;
/** What users added to either. */
export type CustomProperties = z.output<typeof customProperties>;
