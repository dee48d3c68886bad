import { EnvironmentInput } from './serviceInputSchema';

/** Least number of replicas of an environment. */
export function minReplicasOf({ scaling }: EnvironmentInput): number {
  if (!scaling) return 1;
  return 'replicas' in scaling ? scaling.replicas : scaling.minReplicas;
}

/** Greatest number of replicas of an environment. */
export function maxReplicasOf({ scaling }: EnvironmentInput): number {
  if (!scaling) return 1;
  return 'replicas' in scaling ? scaling.replicas : scaling.maxReplicas;
}
