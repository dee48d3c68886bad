import {
  CostComponent,
  CostComponents,
  costComponents,
} from '@modelyard/plugin-model-cost-common';
import { SourceAllocation } from '@modelyard/plugin-model-cost-node';

/** Micros by component; `total` is their sum. */
export type Amounts = Record<CostComponent, number> & { total: number };

/** How far the parts of a row may be off its total, in units of the currency. */
const tolerance = 1e-4;

export function noAmounts(): Amounts {
  return {
    cpu: 0,
    ram: 0,
    gpu: 0,
    storage: 0,
    network: 0,
    loadBalancer: 0,
    shared: 0,
    external: 0,
    idle: 0,
    rounding: 0,
    total: 0,
  };
}

export function addAmounts(target: Amounts, other: Amounts): void {
  for (const component of costComponents) target[component] += other[component];
  target.total += other.total;
}

export function toMicros(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`${value} is no amount`);
  return Math.round(value * 1e6) || 0;
}

/**
 * A row in micros. The row's own total is believed; what it says beyond its
 * rounded parts is booked as `rounding`, so that nothing vanishes.
 *
 * Throws when the parts are off by more than rounding explains: then a part is
 * missing that we don't know.
 */
export function toAmounts(row: SourceAllocation): Amounts {
  const amounts = noAmounts();
  amounts.total = toMicros(row.totalCost);
  let parts = 0;
  for (const component of costComponents) {
    if (component === 'idle' || component === 'rounding') continue;
    amounts[component] = toMicros(row.costs[component]);
    parts += amounts[component];
  }
  amounts.rounding = amounts.total - parts;
  if (Math.abs(amounts.rounding) > tolerance * 1e6)
    throw new Error(
      `row ${row.name} says ${row.totalCost} in total, but its parts add up to ${
        parts / 1e6
      }; check the version of the source`,
    );
  return amounts;
}

/** Components of an answer; idle and rounding only where there is some. */
export function toComponents(amounts: Amounts): CostComponents {
  const { idle, rounding, total, ...components } = amounts;
  return {
    ...components,
    ...(idle === 0 ? {} : { idle }),
    ...(rounding === 0 ? {} : { rounding }),
  };
}
