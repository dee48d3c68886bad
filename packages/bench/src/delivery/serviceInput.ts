import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { serviceInputs } from '../planning/planInput';

const { 'a KServe service': kserve } = serviceInputs;

/** Environments of every service that is delivered. */
export const benchEnvironments = kserve.environments.map(({ name }) => name);

/** The KServe service in three environments, under a name of its own. */
export function serviceInputOf(name: string): ServiceInput {
  const { system: _, ...input } = kserve;
  return { ...input, name, repository: { name: `${name}-gitops` } };
}
