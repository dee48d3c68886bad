import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { DateTime } from 'luxon';
import request from 'supertest';
import { FakeSource } from './FakeSource';
import { allocation, modelPod, SourceContent } from './sourceDays';
import { startCost, StartCostOptions } from './startCost';

/** A day in UTC. */
export function daysAgo(count: number): string {
  return DateTime.utc().minus({ days: count }).toFormat('yyyy-MM-dd');
}

function contentOf(day: string): SourceContent {
  const cost = day === daysAgo(2) ? 0 : 1;
  return {
    allocations: [
      allocation(modelPod('m', '9'), cost),
      allocation(modelPod('m', '10'), 2 * cost),
      allocation(
        { 'modelyard.io/model': '=cmd|x', 'modelyard.io/tenant': '@t' },
        cost,
      ),
      allocation({}, 4, { kind: 'idle' }),
      allocation({}, 3),
    ],
    nodeCost: 20,
  };
}

/** Four days: the last one failed, the one before cost nothing. */
export const fakeType: CostSourceType = {
  type: 'fake',
  create: () => {
    const source = new FakeSource();
    for (const day of [4, 3, 2].map(daysAgo))
      source.days.set(day, contentOf(day));
    source.days.set(daysAgo(1), new Error('the meter was off'));
    return source;
  },
};

/** The first run goes on behind the start; wait for what it books. */
export async function startReady(options: StartCostOptions) {
  const server = await startCost(options);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { body } = await request(server).get('/api/model-cost/sources');
    if (body.items.every((item: { checkedAt?: string }) => item.checkedAt))
      return server;
  }
  throw new Error('the sources were not read');
}
