import { z } from 'zod/v3';
import {
  ActionOptions,
  modelInput,
  mostGroups,
  readModel,
  readOnlyAttributes,
  spanInput,
  trustOutput,
} from './ActionOptions';

const description = `
Tells what serving a Model cost per 1,000 requests and per million tokens, with the volumes it rests on, latency and the use of its GPUs. Amounts are integer millionths ("micros") of "currency".

Where there is no "amount" the "reason" says why: no_usage (nothing measures it), no_volume, below_minimum, no_cost. Training is not counted.
`.trim();

const unit = () =>
  z.object({
    amount: z.number().int().optional(),
    volume: z.number().int().optional(),
    minimumVolume: z.number().int(),
    reason: z
      .enum(['no_usage', 'no_volume', 'below_minimum', 'no_cost'])
      .optional(),
  });

/** Tells what a request and a token of a Model cost. */
export function createGetUnitCostsAction(options: ActionOptions) {
  const { registry, service } = options;
  registry.register({
    name: 'get-unit-costs',
    title: 'Get the cost of a model per request and token',
    description,
    attributes: readOnlyAttributes,
    schema: {
      input: () =>
        z
          .object({
            model: modelInput(),
            ...spanInput,
            groupBy: z
              .enum(['none', 'version', 'environment', 'service', 'tenant'])
              .default('none'),
          })
          .strict(),
      output: () =>
        z.object({
          ...trustOutput,
          groups: z.array(
            z
              .object({
                key: z.string(),
                days: z.number().int(),
                per1000Requests: unit(),
                perMillionTokens: unit(),
              })
              .passthrough(),
          ),
        }),
    },
    action: async ({ input: { model, ...query }, credentials }) => {
      const ref = readModel(model);
      const { groups, currency, from, to, freshness } =
        await service.getUnitCosts(ref, query, { credentials });
      return {
        output: {
          currency,
          from,
          to,
          groups: groups.slice(0, mostGroups),
          closedUntil: freshness.closedUntil,
          exampleDates: freshness.sources.some(s => s.exampleDates),
        },
      };
    },
  });
}
