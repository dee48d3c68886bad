import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { toLabelValue } from '@modelyard/plugin-model-catalog-common';
import { SourceUsage } from '@modelyard/plugin-model-cost-node';
import { z } from 'zod';
import { keyedObject } from './keyedObject';

const tokens = z
  .number()
  .nullish()
  .transform(value => value ?? undefined);

const entry = z.object({
  properties: z.object({ modelName: z.string() }),
  promptTokens: tokens,
  generationTokens: tokens,
});

const answer = z.object({
  data: z.object({ inferenceCosts: keyedObject }),
});

/**
 * Reads the tokens of an OpenCost `/inferenceCost/total` answer. Its costs are not
 * used: they are the same money as the allocations, on another basis.
 *
 * Throws when it is no such answer.
 */
export function parseInferenceCost(document: unknown): SourceUsage[] {
  const parsed = answer.safeParse(document);
  if (!parsed.success) throw new Error('not an OpenCost /inferenceCost answer');
  return Object.entries(parsed.data.data.inferenceCosts).map(([name, raw]) => {
    const row = entry.safeParse(raw);
    if (!row.success)
      throw new Error(
        `/inferenceCost, entry ${name}, field ${row.error.issues[0].path.join('.')}: ${row.error.issues[0].message}`,
      );
    const { properties, promptTokens, generationTokens } = row.data;
    const model = toLabelValue(properties.modelName);
    return {
      name,
      labels: new Map(model ? [[modelLabels.model, model]] : []),
      promptTokens,
      generatedTokens: generationTokens,
    };
  });
}
