import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ListFindingsQuery } from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod/v3';
import { ActionOptions, readOnlyAttributes } from './ActionOptions';
import { cursorInput, limitInput, textInput } from './inputs';
import { pageOutput } from './outputs';

const removals = `
Lists the models and versions that vanished from their source, latest first, with time and reason. An entry without "version" is a whole model; its versions are then not listed one by one. What vanished stays readable: get-model and get-version still tell what was known.

Ask it when something that used to be there is missing. See list-sources for removals that wait until somebody accepts them.
`.trim();

const conflicts = `
Lists the versions of which their source now tells otherwise than was stored when they were first seen, latest first: which fields differ, the stored digest, and the one that the source gives now. The stored version stays; a version's content never changes here.

A conflict mostly means that a registry replaced a version in place. Next: get-version for what is stored.
`.trim();

const collisions = `
Lists the models that did not get the entity name of their title, because another model had it: the ref that the model got instead, the one it wanted, and who holds that, where the user may read it.

Ask it when two models seem to have the same name, or a model is not found by its title.
`.trim();

const item = <TShape extends z.ZodRawShape>(shape: TShape) =>
  z
    .object({
      ref: z.string().describe('Of the model.'),
      title: z.string(),
      source: z.string().describe('Id of its source.'),
      ...shape,
    })
    .passthrough();

const removalOutput = () =>
  item({
    version: z.string().optional(),
    at: z.string(),
    reason: z.string(),
  });

const conflictOutput = () =>
  item({
    version: z.string(),
    digest: z.string().describe('As stored.'),
    sourceDigest: z.string().describe('As the source gives it now.'),
    fields: z.array(z.string()).describe('What differs.'),
    at: z.string(),
  });

const collisionOutput = () =>
  item({
    wantedRef: z.string(),
    holder: z
      .object({ title: z.string(), source: z.string() })
      .passthrough()
      .optional(),
  });

const input = () =>
  z
    .object({
      source: textInput(100)
        .optional()
        .describe('Only those of this source; ids are in list-sources.'),
      cursor: cursorInput(),
      limit: limitInput(),
    })
    .strict();

interface FindingList<TItem extends z.AnyZodObject> {
  name: string;
  title: string;
  description: string;
  item: () => TItem;
  list: (
    query: ListFindingsQuery,
    credentials: BackstageCredentials,
  ) => Promise<{
    items: z.infer<TItem>[];
    totalItems: number;
    nextCursor?: string;
  }>;
}

function createFindingAction<TItem extends z.AnyZodObject>(
  registry: ActionOptions['registry'],
  { list, item: output, ...names }: FindingList<TItem>,
) {
  registry.register({
    ...names,
    attributes: readOnlyAttributes,
    schema: { input, output: () => pageOutput(output()) },
    action: async ({ input: query, credentials }) => ({
      output: await list(query, credentials),
    }),
  });
}

/** Lists what wants a person's look. */
export function createFindingActions({ registry, service }: ActionOptions) {
  createFindingAction(registry, {
    name: 'list-removals',
    title: 'List what vanished',
    description: removals,
    item: removalOutput,
    list: (...query) => service.listRemovals(...query),
  });
  createFindingAction(registry, {
    name: 'list-conflicts',
    title: 'List the open conflicts',
    description: conflicts,
    item: conflictOutput,
    list: (...query) => service.listConflicts(...query),
  });
  createFindingAction(registry, {
    name: 'list-collisions',
    title: 'List models without the name of their title',
    description: collisions,
    item: collisionOutput,
    list: (...query) => service.listCollisions(...query),
  });
}
