import { z } from 'zod/v3';
import { ActionOptions, readOnlyAttributes } from './ActionOptions';
import { cursorInput, limitInput, thisModelInput } from './inputs';
import { pageOutput, versionOutput } from './outputs';
import { shortenRow } from './shortenAnswers';

const description = `
Lists the versions of one model, newest first: when each was made and by whom, its status, aliases, digest and first metrics. A version with "tombstone" vanished from its source; one with "conflict" is told otherwise by its source than it was stored.

Next: get-version for parameters, artifacts, datasets and the card of one; compare-versions for two of them. To which version an alias points is also in get-model.
`.trim();

/** Lists the versions of a model. */
export function createListVersionsAction({ registry, service }: ActionOptions) {
  registry.register({
    name: 'list-versions',
    title: 'List the versions of a model',
    description,
    attributes: readOnlyAttributes,
    schema: {
      input: () =>
        z
          .object({
            model: thisModelInput(),
            sort: z
              .enum(['createdAt', '-createdAt'])
              .optional()
              .describe('"createdAt" gives the oldest first.'),
            cursor: cursorInput(),
            limit: limitInput(),
          })
          .strict(),
      output: () => pageOutput(versionOutput()),
    },
    action: async ({ input, credentials }) => {
      const { model, ...query } = input;
      const page = await service.listVersions(model, query, credentials);
      return { output: { ...page, items: page.items.map(shortenRow) } };
    },
  });
}
