import { z } from 'zod/v3';
import { ActionOptions, readOnlyAttributes } from './ActionOptions';

const description = `
Lists the model versions whose gate for an environment is closed, newest first, each with the checks that close it; filter by owner or registered tier.

Next: get-scorecard of a version for the reasons.
`.trim();

/** Lists what blocks. */
export function createListBlockedAction({ registry, service }: ActionOptions) {
  registry.register({
    name: 'list-blocked',
    title: 'List model versions that are blocked',
    description,
    attributes: readOnlyAttributes,
    schema: {
      input: () =>
        z
          .object({
            environment: z.string().max(63).default('prod'),
            owner: z
              .string()
              .max(200)
              .optional()
              .describe('Entity ref of the owner, or "none".'),
            tier: z
              .string()
              .max(40)
              .optional()
              .describe('Registered tier, or "none".'),
            cursor: z
              .string()
              .max(1000)
              .optional()
              .describe('`nextCursor` of the page before.'),
            limit: z.number().int().min(1).max(50).default(20),
          })
          .strict(),
      output: () =>
        z.object({
          items: z.array(
            z.object({
              model: z.string(),
              version: z.string(),
              owner: z.string().optional(),
              tier: z.string().optional(),
              blockers: z.array(z.string()),
              evaluatedAt: z.string(),
            }),
          ),
          nextCursor: z.string().optional(),
          totalItems: z.number(),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await service.listScorecards(
        { ...input, gate: 'closed' },
        { credentials },
      );
      const items = page.items.map(row => ({
        model: row.subject.ref,
        version: row.subject.version,
        owner: row.owner,
        tier: row.tier,
        blockers: row.gate.blockers,
        evaluatedAt: row.evaluatedAt,
      }));
      const { nextCursor, totalItems } = page;
      return { output: { items, nextCursor, totalItems } };
    },
  });
}
