import { EnvironmentInput } from './serviceInputSchema';

/**
 * Least number of replicas of an environment.
 *
 * @public
 */
export function minReplicasOf({
  scaling,
}: Pick<EnvironmentInput, 'scaling'>): number {
  if (!scaling) return 1;
  return 'replicas' in scaling ? scaling.replicas : scaling.minReplicas;
}

/**
 * Greatest number of replicas of an environment.
 *
 * @public
 */
export function maxReplicasOf({
  scaling,
}: Pick<EnvironmentInput, 'scaling'>): number {
  if (!scaling) return 1;
  return 'replicas' in scaling ? scaling.replicas : scaling.maxReplicas;
}
