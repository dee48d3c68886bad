import { z } from 'zod/v3';
import { ActionOptions, readOnlyAttributes } from './ActionOptions';
import { thisModelInput, versionInput } from './inputs';
import { shortenLineage } from './shortenAnswers';

const description = `
Tells where a model comes from and what came of it, as a graph: base models and datasets, models made from it, and the inference services that serve it. An edge goes from what was made to what it was made from ("derivedFrom", "uses"), from a service to its model ("serves"), from a version to its model ("versionOf"). What the user may not read is left out.

A node's "ref" is an entity ref; one of kind "model" can be given to get-model. At most 150 nodes; "truncated" says that there are more: ask with a smaller depth, or from a model further on.
`.trim();

const output = () =>
  z.object({
    nodes: z.array(
      z
        .object({
          id: z.string(),
          kind: z.enum([
            'model',
            'version',
            'dataset',
            'service',
            'external-model',
          ]),
          ref: z.string().optional(),
          label: z.string(),
        })
        .passthrough(),
    ),
    edges: z.array(
      z.object({ from: z.string(), to: z.string(), type: z.string() }),
    ),
    truncated: z.boolean(),
  });

/** Tells where a model comes from and what came of it. */
export function createGetLineageAction({ registry, service }: ActionOptions) {
  registry.register({
    name: 'get-lineage',
    title: 'Get the lineage of a model',
    description,
    attributes: readOnlyAttributes,
    schema: {
      input: () =>
        z
          .object({
            model: thisModelInput(),
            version: versionInput()
              .optional()
              .describe('Adds this version with its own datasets.'),
            depth: z
              .number()
              .int()
              .min(1)
              .max(6)
              .optional()
              .describe('Steps from the model, up and down; 3 unless given.'),
          })
          .strict(),
      output,
    },
    action: async ({ input: { model, ...query }, credentials }) => {
      const lineage = await service.getLineage(model, query, credentials);
      return { output: shortenLineage(lineage) };
    },
  });
}
