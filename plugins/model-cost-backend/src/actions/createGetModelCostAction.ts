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
Tells what a Model cost over closed days, in all and by version, environment, service, tenant, owner, activity (serving or training) or component. Amounts are integer millionths ("micros") of "currency".

"knownDays" of "days" have complete data; an absent total is unknown, never zero. "coverage" is the share of all spend that carries a model at all: the rest is in no Model's cost. Days with example dates are not real.
`.trim();

const output = () =>
  z.object({
    ...trustOutput,
    days: z.number().int(),
    knownDays: z.number().int(),
    total: z.number().int().optional(),
    previousTotal: z
      .number()
      .int()
      .optional()
      .describe('Of as many days before.'),
    groups: z.array(
      z.object({
        key: z.string(),
        total: z.number().int(),
        components: z.record(z.number().int()),
        gpuHours: z.number().optional(),
        gpuHoursUsed: z.number().optional(),
      }),
    ),
    leftOutGroups: z.number().int().optional(),
    coverage: z.number().optional(),
    allocation: z.object({ idle: z.string(), shared: z.string() }),
  });

/** Tells what a Model cost. */
export function createGetModelCostAction(options: ActionOptions) {
  const { registry, service } = options;
  registry.register({
    name: 'get-model-cost',
    title: 'Get the cost of a model',
    description,
    attributes: readOnlyAttributes,
    schema: {
      input: () =>
        z
          .object({
            model: modelInput(),
            ...spanInput,
            groupBy: z
              .enum([
                'version',
                'environment',
                'service',
                'tenant',
                'owner',
                'activity',
                'component',
                'none',
              ])
              .default('version'),
          })
          .strict(),
      output,
    },
    action: async ({ input: { model, ...query }, credentials }) => {
      const ref = readModel(model);
      const cost = await service.getModelCost(ref, query, { credentials });
      const dearest = [...cost.groups].sort((a, b) => b.total - a.total);
      const left = Math.max(0, dearest.length - mostGroups);
      return {
        output: {
          currency: cost.currency,
          from: cost.from,
          to: cost.to,
          days: cost.days.length,
          knownDays: cost.state.filter(state => state === 'ok').length,
          total: cost.total,
          previousTotal: cost.previousTotal,
          groups: dearest.slice(0, mostGroups).map(group => ({
            key: group.key,
            total: group.total,
            components: { ...group.components },
            gpuHours: group.measures?.gpuHours,
            gpuHoursUsed: group.measures?.gpuHoursUsed,
          })),
          leftOutGroups: left || undefined,
          coverage: cost.coverage?.attributed,
          allocation: cost.allocation,
          closedUntil: cost.freshness.closedUntil,
          exampleDates: cost.freshness.sources.some(s => s.exampleDates),
        },
      };
    },
  });
}
