import { runsPerMonth } from '../input/checkCron';
import { parseQuantity } from '../input/quantity';
import { maxReplicasOf, minReplicasOf } from '../input/replicas';
import { runtimeKeyOf, runtimeOptions } from '../input/runtimeOptions';
import { EnvironmentInput } from '../input/serviceInputSchema';
import { ComputePrices, PlanEstimate } from '../plan/types';
import { RepositoryModel } from '../repository/types';
import { timeoutSecondsOf } from '../runtimes/jobs';
import { triggerOf } from '../runtimes/retraining';

/**
 * Hours of a month on average.
 *
 * @public
 */
export const hoursPerMonth = 730;

const gibibyte = 2 ** 30;
const weeksPerMonth = 365 / 7 / 12;

type Estimate = PlanEstimate['perEnvironment'][number];

/** Replica-hours of a month, and what they follow from. */
interface Usage {
  low: number;
  expected: number;
  high: number;
  basis: string;
}

/**
 * Price of one replica for an hour: its requests at the prices of the cluster.
 *
 * @returns millionths of the currency; undefined where a price is missing
 *
 * @public
 */
export function pricePerHour(
  { cpu, memory, gpu }: EnvironmentInput['resources'],
  prices: ComputePrices,
): number | undefined {
  const gpuHour = gpu ? prices.gpuHour?.[gpu.resource] : 0;
  const cores = parseQuantity(cpu);
  const bytes = parseQuantity(memory);
  if (gpuHour === undefined || cores === undefined || bytes === undefined) {
    return undefined;
  }
  return (
    cores * prices.cpuHour +
    (bytes / gibibyte) * prices.memoryGibHour +
    (gpu?.count ?? 0) * gpuHour
  );
}

function serviceUsage(environment: EnvironmentInput): Usage {
  const low = minReplicasOf(environment) * hoursPerMonth;
  const high = maxReplicasOf(environment) * hoursPerMonth;
  const replicas =
    low === high
      ? `${minReplicasOf(environment)} ${low > hoursPerMonth ? 'replicas' : 'replica'}`
      : `${minReplicasOf(environment)} to ${maxReplicasOf(environment)} replicas, expected half way`;
  return {
    low,
    expected: (low + high) / 2,
    high,
    basis: `${replicas}, ${hoursPerMonth} hours`,
  };
}

function jobUsage(
  repository: RepositoryModel,
  environment: EnvironmentInput,
): Usage {
  const hours = timeoutSecondsOf(repository) / 3600;
  const replicas = minReplicasOf(environment);
  const half = 'expected half of the longest time';
  if (repository.input.runtime.kind === 'batch-inference') {
    const high = hours * replicas;
    const basis = `one run of at most ${hours} hours, ${replicas} at a time, ${half}`;
    return { low: 0, expected: high / 2, high, basis };
  }
  const trigger = triggerOf(repository);
  if (trigger.kind !== 'schedule') {
    return {
      low: 0,
      expected: (weeksPerMonth * hours) / 2,
      high: hoursPerMonth,
      basis: `never to always, one at a time; expected a run a week of half of ${hours} hours`,
    };
  }
  const runs = runsPerMonth(trigger.cron);
  const high = Math.min(runs * hours, hoursPerMonth);
  const basis = `${runs.toFixed(1)} runs of at most ${hours} hours, ${half}`;
  return { low: 0, expected: high / 2, high, basis };
}

function estimateEnvironment(
  repository: RepositoryModel,
  environment: EnvironmentInput,
  prices: ComputePrices,
): Estimate[] {
  const hourly = pricePerHour(environment.resources, prices);
  if (hourly === undefined) return [];
  const { input, context } = repository;
  const { job } = runtimeOptions[runtimeKeyOf(input.runtime)];
  const usage = job
    ? jobUsage(repository, environment)
    : serviceUsage(environment);
  const { name } = environment;
  const measured = context.measured?.find(m => m.environment === name);
  const amount = (hours: number) => Math.round(hours * hourly);
  const expected = measured?.monthly ?? amount(usage.expected);
  return [
    {
      name,
      // What was measured has storage and traffic in it, which the range has not.
      low: Math.min(amount(usage.low), expected),
      expected,
      high: Math.max(amount(usage.high), expected),
      basis: measured
        ? `${usage.basis.split(', expected')[0]} at the prices of the cluster; expected as in the last ${measured.days} days`
        : `${usage.basis}, at the prices of the cluster`,
    },
  ];
}

/**
 * What a service will cost in a month: its requests from the least to the most
 * replicas or runs, at the prices of the cluster. What has been measured is
 * expected; without it, the middle.
 *
 * @returns undefined without prices; an environment is missing where one of its
 *   prices is
 */
export function estimatePlan(
  repository: RepositoryModel,
): PlanEstimate | undefined {
  const { prices } = repository.context;
  if (!prices) return undefined;
  return {
    currency: prices.currency,
    perEnvironment: repository.selection.planned.flatMap(({ input }) =>
      estimateEnvironment(repository, input, prices),
    ),
  };
}
