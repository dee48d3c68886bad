import { ModelCost } from '@modelyard/plugin-model-cost-common';

/**
 * What can be said about a day: an amount, that pods ran at no cost, that none
 * ran, that the source has nothing, that what it has can't be read.
 */
export type DayKind = 'spent' | 'zero' | 'empty' | 'missing' | 'failed';

export function dayTotal(cost: ModelCost, index: number): number | undefined {
  let total: number | undefined;
  for (const { perDay } of cost.groups) {
    const amount = perDay[index];
    if (amount !== null) total = (total ?? 0) + amount;
  }
  return total;
}

export function dayKind(cost: ModelCost, index: number): DayKind {
  const state = cost.state[index];
  if (state !== 'ok') return state;
  const total = dayTotal(cost, index);
  if (total === undefined) return 'empty';
  return total === 0 ? 'zero' : 'spent';
}

export function dayKinds(cost: ModelCost): DayKind[] {
  return cost.days.map((_, index) => dayKind(cost, index));
}
