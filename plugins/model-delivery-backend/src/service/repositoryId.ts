import { ServiceInput } from '@modelyard/plugin-model-delivery-common';

/** Id of the repository that an input asks for: its address, or its name here. */
export function repositoryIdOf({ repository }: ServiceInput): string {
  return repository.url ?? repository.name;
}
