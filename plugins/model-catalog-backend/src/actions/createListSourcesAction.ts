import { z } from 'zod/v3';
import { ActionOptions, readOnlyAttributes } from './ActionOptions';
import { leftOutOutput } from './outputs';
import { shortenSource } from './shortenAnswers';

const description = `
Lists the registries that the model catalog reads ("sources") with their health: "fresh", "stale" (no success for too long) or "failed", the time of the last success, the last error, what could not be read and why, and how many models, versions, tombstones and conflicts there are.

Ask it first when a model or version seems to be missing or old. A source's "id" can be given to list-models as "source".
`.trim();

const output = () =>
  z.object({
    items: z.array(
      z
        .object({
          id: z.string(),
          type: z.string(),
          state: z.enum(['fresh', 'stale', 'failed']),
          lastSuccessAt: z.string().optional(),
          lastError: z
            .object({ at: z.string(), message: z.string() })
            .passthrough()
            .optional(),
          counts: z
            .object({
              models: z.number().int(),
              versions: z.number().int(),
              tombstones: z.number().int(),
              conflicts: z.number().int(),
            })
            .passthrough(),
          leftOut: leftOutOutput(),
        })
        .passthrough(),
    ),
  });

/** Lists the sources with their health. */
export function createListSourcesAction({ registry, service }: ActionOptions) {
  registry.register({
    name: 'list-sources',
    title: 'List the sources of models',
    description,
    attributes: readOnlyAttributes,
    schema: { input: () => z.object({}).strict(), output },
    action: async ({ credentials }) => {
      const { items } = await service.listSources(credentials);
      return { output: { items: items.map(shortenSource) } };
    },
  });
}
