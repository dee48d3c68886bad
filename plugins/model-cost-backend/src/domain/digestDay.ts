import { createHash } from 'node:crypto';
import { costComponents } from '@modelyard/plugin-model-cost-common';
import { labelDimensions } from './attribution';
import type { BookedDay, BookedWorkload } from './bookDay';
import { BookedUsage, identityOfUsage, usageMeasures } from './bookUsage';
import { measureNames } from './measures';

/** Text by which rows of one workload are known. */
export function identityOf(workload: BookedWorkload): string {
  return JSON.stringify([
    workload.kind,
    workload.cluster,
    workload.namespace,
    workload.controllerKind,
    workload.controller,
    ...labelDimensions.map(name => workload.attribution[name] ?? null),
    workload.runId ?? null,
  ]);
}

function numbersOf({ rows, amounts, measures }: BookedWorkload): string {
  return [
    rows,
    ...costComponents.map(name => amounts[name]),
    ...measureNames.map(name => measures[name]),
  ].join();
}

function usageNumbersOf(usage: BookedUsage): string {
  return usageMeasures.map(name => usage[name]).join();
}

/** sha256 of what is booked, whatever order the source told it in. */
export function digestDay(
  day: Pick<BookedDay, 'currency' | 'totals' | 'usage'>,
  workloads: readonly (readonly [identity: string, BookedWorkload])[],
): string {
  const { currency, totals, usage } = day;
  const hash = createHash('sha256');
  hash.update(JSON.stringify([currency, totals, usage?.length]));
  hash.update(
    workloads.map(([id, workload]) => id + numbersOf(workload)).join('\n'),
  );
  for (const row of usage ?? [])
    hash.update(`\n${identityOfUsage(row)}${usageNumbersOf(row)}`);
  return hash.digest('hex');
}
