import { z } from 'zod';

const text = z.string().nullish();
/** The Hub takes one value where a list is meant. */
const texts = z
  .union([z.string().transform(value => [value]), z.array(z.string())])
  .nullish()
  .catch(undefined);

const evaluation = z.object({
  dataset: z.object({ name: text, type: text, split: text }).nullish(),
  metrics: z
    .array(
      z.object({
        type: text,
        name: text,
        value: z.unknown(),
      }),
    )
    .nullish(),
});

/** What the author wrote into the card; nobody checks it. */
const cardData = z
  .object({
    license: texts,
    license_name: text.catch(undefined),
    base_model: texts,
    datasets: texts,
    'model-index': z
      .array(z.object({ results: z.array(evaluation).nullish() }))
      .nullish()
      .catch(undefined),
  })
  .nullish()
  .catch(undefined);

/** A model, as the list and the page of one give it. */
export const hubModel = z.object({
  _id: text,
  id: z.string().min(1),
  sha: z.string().regex(/^[0-9a-f]{40,64}$/),
  lastModified: z.string(),
  createdAt: text,
  private: z.boolean().nullish(),
  gated: z.union([z.boolean(), z.string()]).nullish(),
  disabled: z.boolean().nullish(),
  tags: z.array(z.string()).nullish(),
  pipeline_tag: text,
  library_name: text,
  cardData,
});

/** One page of an organisation's models; each is looked at by itself. */
export const hubModels = z.array(z.unknown());

/** Files of a commit. */
export const hubTree = z.array(
  z.object({
    type: z.string(),
    path: z.string(),
    size: z.number().nullish(),
    lfs: z.object({ oid: z.string(), size: z.number().nullish() }).nullish(),
  }),
);

/** A model of the Hub. */
export type HubModel = z.output<typeof hubModel>;
/** A file or folder of a commit. */
export type HubFile = z.output<typeof hubTree>[number];
