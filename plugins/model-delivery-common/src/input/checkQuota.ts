import { Finding } from '../plan/types';
import { maxReplicasOf } from './replicas';
import { checkCpu, checkMemory } from './checkResources';
import { error } from './findings';
import { parseQuantity } from './quantity';
import { EnvironmentInput } from './serviceInputSchema';

/** Replicas at the busiest moment, a second version beside the first included. */
function mostReplicas(environment: EnvironmentInput): number {
  const replicas = maxReplicasOf(environment);
  return environment.rollout?.kind === 'blue-green'
    ? replicas * 2
    : replicas + 1;
}

/** Checks that a quota lets the service grow as far as it may. */
export function checkQuota(
  environment: EnvironmentInput,
  field: string,
): Finding[] {
  const { quota, resources } = environment;
  if (!quota) return [];
  const found = [
    ...checkCpu(quota.cpu, `${field}/cpu`, 100_000),
    ...checkMemory(quota.memory, `${field}/memory`, 2 ** 50),
  ];
  const replicas = mostReplicas(environment);
  const least = `must be at least as much as ${replicas} replicas take, of which one replaces another`;
  for (const key of ['cpu', 'memory'] as const) {
    const given = parseQuantity(quota[key]) ?? Infinity;
    const needed = (parseQuantity(resources[key]) ?? 0) * replicas;
    if (given < needed) found.push(error(`${field}/${key}`, least));
  }
  const { gpu } = resources;
  if (quota.gpu !== undefined && quota.gpu < (gpu?.count ?? 0) * replicas) {
    found.push(error(`${field}/gpu`, least));
  }
  if (quota.gpu !== undefined && !gpu) {
    found.push(
      error(`${field}/gpu`, 'needs resources with a GPU; leave it out'),
    );
  }
  return found;
}
