import { RepositoryModel } from './types';

/** An environment of the repository and where it runs. */
interface Place {
  environment: string;
  namespace: string;
}

/** Every environment that has an overlay, planned now or before. */
export function placesOf({ selection }: RepositoryModel): Place[] {
  return [
    ...selection.planned.map(({ input }) => ({
      environment: input.name,
      namespace: input.namespace,
    })),
    ...selection.retained.map(({ environment, namespace }) => ({
      environment,
      namespace,
    })),
  ];
}
