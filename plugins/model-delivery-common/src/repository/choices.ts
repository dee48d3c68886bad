import { ServiceInput } from '../input/serviceInputSchema';
import { RepositoryModel } from './types';

/** The controller of a repository. */
export function controllerOf({
  input,
  context,
}: RepositoryModel): 'argocd' | 'flux' {
  return input.controller ?? context.defaultController ?? 'argocd';
}

/** The policy engines of a repository: Gatekeeper unless the input chooses. */
export function policiesOf({
  input,
}: RepositoryModel): NonNullable<ServiceInput['policies']> {
  return [...new Set(input.policies ?? (['gatekeeper'] as const))];
}
