import { setTimeout as wait } from 'node:timers/promises';
import type { Portal } from './startPortal.ts';

const patienceMs = 180_000;

async function countOf(portal: Portal, path: string): Promise<number> {
  const response = await fetch(portal.backendUrl + path, {
    headers: { Authorization: `Bearer ${portal.token}` },
  });
  if (!response.ok) return 0;
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) return 0;
  if ('totalItems' in body) return Number(body.totalItems);
  return 'total' in body ? Number(body.total) : 0;
}

/** Waits until the example models, scorecards and costs have been read. */
export async function untilLoaded(portal: Portal): Promise<void> {
  const expected: [string, number][] = [
    ['/api/model-catalog/models?limit=1', 7],
    ['/api/catalog/entities/by-query?filter=kind=model&limit=1', 8],
    ['/api/model-scorecard/scorecards?limit=1', 25],
    ['/api/model-cost/summary', 1],
  ];
  const deadline = Date.now() + patienceMs;
  for (const [path, count] of expected) {
    while ((await countOf(portal, path)) < count) {
      if (Date.now() > deadline)
        throw new Error(`${path} did not reach ${count} items in time`);
      await wait(500);
    }
  }
}
