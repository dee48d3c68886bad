import { z } from 'zod';

/**
 * What MLflow answers. The server leaves out what is empty; `null` where a list
 * belongs is no answer of it.
 */
const text = z.string().optional();
const time = z.coerce.number();
const tags = z
  .array(z.object({ key: z.string(), value: z.string().optional() }))
  .optional();

/** A row of the listing of models. */
export const registeredModel = z.object({
  name: z.string().min(1),
  creation_timestamp: time,
  description: text,
  tags,
  aliases: z
    .array(z.object({ alias: z.string(), version: z.coerce.string() }))
    .optional(),
});

/** A row of the listing of versions. */
export const modelVersion = z.object({
  name: z.string().min(1),
  version: z.coerce.string(),
  creation_timestamp: time,
  current_stage: text,
  description: text,
  source: text,
  run_id: text,
  run_link: text,
  status: text,
  tags,
});

/** Infinite and missing numbers come as text, or as the largest double. */
const metric = z.object({
  key: z.string(),
  value: z.union([z.number(), z.string()]).optional(),
  timestamp: z.coerce.number().optional(),
  dataset_name: text,
});
const pairs = z
  .array(z.object({ key: z.string(), value: z.string().optional() }))
  .optional();

const run = z.object({
  info: z.object({ run_id: z.string(), experiment_id: z.string() }),
  data: z
    .object({ metrics: z.array(metric).optional(), params: pairs, tags: pairs })
    .optional(),
  inputs: z
    .object({
      dataset_inputs: z
        .array(
          z.object({
            tags: pairs,
            dataset: z.object({ name: z.string(), digest: text }),
          }),
        )
        .optional(),
    })
    .optional(),
});

const loggedModel = z.object({
  info: z.object({ model_id: z.string(), artifact_uri: text }),
  data: z
    .object({ metrics: z.array(metric).optional(), params: pairs })
    .optional(),
});

/** One page of a listing. */
export interface Listing<T> {
  items: T[];
  /** Absent or empty on the last page. */
  token?: string;
}

/** Listings differ in what they call their rows. */
function listing<A extends { next_page_token?: string }, T>(
  answer: z.ZodType<A>,
  itemsOf: (answer: A) => T[] | undefined,
) {
  return answer.transform((read): Listing<T> => ({
    items: itemsOf(read) ?? [],
    token: read.next_page_token,
  }));
}

const page = { next_page_token: text };
/** Each is looked at by itself. */
const rows = z.array(z.unknown()).optional();

/** Schemas of the answers that are read. */
export const answers = {
  models: listing(
    z.object({
      registered_models: rows,
      ...page,
    }),
    answer => answer.registered_models,
  ),
  versions: listing(
    z.object({ model_versions: rows, ...page }),
    answer => answer.model_versions,
  ),
  experiments: listing(
    z.object({
      experiments: z.array(z.object({ experiment_id: z.string() })).optional(),
      ...page,
    }),
    answer => answer.experiments,
  ),
  runs: listing(
    z.object({ runs: z.array(run).optional(), ...page }),
    answer => answer.runs,
  ),
  loggedModels: listing(
    z.object({ models: z.array(loggedModel).optional(), ...page }),
    answer => answer.models,
  ),
};

/** A registered model, as the search gives it. */
export type RegisteredModel = z.output<typeof registeredModel>;
/** A version of one, as the search gives it. */
export type ModelVersion = z.output<typeof modelVersion>;
/** The run that a version was made by. */
export type Run = z.output<typeof run>;
/** What a version of MLflow 3 points to. */
export type LoggedModel = z.output<typeof loggedModel>;
/** A metric of either. */
export type Metric = z.output<typeof metric>;
