import { z } from 'zod/v3';
import {
  ActionOptions,
  mostGroups,
  readOnlyAttributes,
  spanInput,
  trustOutput,
} from './ActionOptions';

const description = `
Tells what all models cost over closed days, by model, version, owner, service, environment, tenant or cost center, the most expensive first. Amounts are integer millionths ("micros") of "currency". It needs the permission to read the spend of the whole estate.

Items + unattributed + idle = total. With "scope": "readable" the figures are of the models that the user may read, and nothing tells of the rest.
`.trim();

/** Tells what the estate cost. */
export function createGetSpendAction({ registry, service }: ActionOptions) {
  registry.register({
    name: 'get-spend',
    title: 'Get what all models cost',
    description,
    attributes: readOnlyAttributes,
    schema: {
      input: () =>
        z
          .object({
            ...spanInput,
            groupBy: z
              .enum([
                'model',
                'version',
                'owner',
                'service',
                'environment',
                'tenant',
                'cost-center',
              ])
              .default('model'),
          })
          .strict(),
      output: () =>
        z.object({
          ...trustOutput,
          scope: z.enum(['all', 'readable']),
          items: z.array(
            z.object({
              key: z.string(),
              ref: z.string().optional(),
              total: z.number().int(),
              change: z.number().int().optional(),
            }),
          ),
          totalItems: z.number().int(),
          unattributed: z.number().int().optional(),
          idle: z.number().int().optional(),
          total: z.number().int().optional(),
          coverage: z.number().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const summary = await service.getSummary(input, { credentials });
      const { currency, from, to, scope, totalItems, freshness } = summary;
      return {
        output: {
          currency,
          from,
          to,
          scope,
          items: summary.items.slice(0, mostGroups),
          totalItems,
          unattributed: summary.unattributed,
          idle: summary.idle,
          total: summary.total,
          coverage: summary.coverage?.attributed,
          closedUntil: freshness.closedUntil,
          exampleDates: freshness.sources.some(s => s.exampleDates),
        },
      };
    },
  });
}
