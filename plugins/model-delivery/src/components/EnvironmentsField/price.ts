import {
  ComputePrices,
  EnvironmentInput,
  hoursPerMonth,
  maxReplicasOf,
  minReplicasOf,
  pricePerHour,
  RuntimeKey,
  runtimeOptions,
} from '@modelyard/plugin-model-delivery-common';

/** What an environment costs, in millionths of the currency. */
export type EnvironmentPrice =
  | { per: 'month'; low: number; high: number }
  | { per: 'hour'; low: number; high: number };

/**
 * A month from the least to the most replicas; of a job, which runs to an end,
 * the hour of a run.
 *
 * @returns undefined where a price or a quantity is missing
 */
export function priceOf(
  environment: EnvironmentInput,
  runtime: RuntimeKey,
  prices: ComputePrices | undefined,
): EnvironmentPrice | undefined {
  const hour = prices && pricePerHour(environment.resources, prices);
  const least = minReplicasOf(environment);
  const most = maxReplicasOf(environment);
  if (hour === undefined || !Number.isFinite(hour * least * most)) {
    return undefined;
  }
  return runtimeOptions[runtime].job
    ? { per: 'hour', low: hour, high: hour * most }
    : {
        per: 'month',
        low: hour * hoursPerMonth * least,
        high: hour * hoursPerMonth * most,
      };
}
