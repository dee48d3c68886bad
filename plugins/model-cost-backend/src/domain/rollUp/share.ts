import { costComponents } from '@modelyard/plugin-model-cost-common';
import { Amounts } from '../amounts';
import { splitByWeight } from '../apportion';

/** What becomes of cost that nobody caused alone. */
export type Sharing = 'separate' | 'proportional';

/** How the cost of idle capacity and of shared pools is borne. */
export interface AllocationRule {
  idle: Sharing;
  shared: Sharing;
}

/** A workload on its way into the roll-up. */
export interface Bearer {
  cluster: string;
  kind: 'workload' | 'idle' | 'unmounted' | 'shared';
  amounts: Amounts;
}

function computeOf({ amounts }: Bearer): number {
  return amounts.cpu + amounts.ram + amounts.gpu;
}

function directOf({ amounts }: Bearer): number {
  return amounts.total - amounts.idle - amounts.shared;
}

/** Moves the cost of some bearers to others, by weight, to the last micro. */
function move(
  given: Bearer[],
  bearers: Bearer[],
  component: 'idle' | 'shared',
  weigh: (bearer: Bearer) => number,
): void {
  const amount = given.reduce((sum, { amounts }) => sum + amounts.total, 0);
  const parts = splitByWeight(amount, bearers.map(weigh));
  if (!parts) return;
  bearers.forEach(({ amounts }, index) => {
    amounts[component] += parts[index];
    amounts.total += parts[index];
  });
  for (const { amounts } of given) {
    for (const name of costComponents) amounts[name] = 0;
    amounts.total = 0;
  }
}

/**
 * Spreads idle capacity over what ran in its cluster by cost of CPU, memory and
 * GPU, then shared pools over all other workloads by their own cost, as far as the
 * rule says so. Changes the amounts in place; their sum stays as it is.
 */
export function shareOut(rule: AllocationRule, bearers: Bearer[]): void {
  const ran = bearers.filter(({ kind }) =>
    ['workload', 'shared'].includes(kind),
  );
  if (rule.idle === 'proportional') {
    const idle = bearers.filter(({ kind }) => kind === 'idle');
    for (const cluster of new Set(idle.map(bearer => bearer.cluster)))
      move(
        idle.filter(bearer => bearer.cluster === cluster),
        ran.filter(bearer => bearer.cluster === cluster),
        'idle',
        computeOf,
      );
  }
  if (rule.shared === 'proportional')
    move(
      ran.filter(({ kind }) => kind === 'shared'),
      ran.filter(({ kind }) => kind === 'workload'),
      'shared',
      directOf,
    );
}
