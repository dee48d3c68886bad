import { z } from 'zod';
import { keyedObject } from './keyedObject';

const asset = z.object({ type: z.string(), totalCost: z.number() });
const answer = z.object({ data: z.union([keyedObject, z.array(keyedObject)]) });

/**
 * Sum of what an OpenCost `/assets` answer bills for nodes, in units of the
 * currency; undefined when it holds no node. Throws when it is no such answer.
 */
export function parseNodeCost(document: unknown): number | undefined {
  const parsed = answer.safeParse(document);
  if (!parsed.success) throw new Error('not an OpenCost /assets answer');
  const { data } = parsed.data;
  const nodes = (Array.isArray(data) ? data : [data])
    .flatMap(assets => Object.values(assets))
    .map(raw => asset.safeParse(raw))
    .flatMap(result => (result.success ? [result.data] : []))
    .filter(({ type }) => type === 'Node');
  if (!nodes.length) return undefined;
  return nodes.reduce((sum, { totalCost }) => sum + totalCost, 0);
}
