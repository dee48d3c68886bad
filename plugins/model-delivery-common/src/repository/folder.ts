import { RepositoryModel } from './types';

/** A path of the plan as seen from the root of the repository that has it. */
export function fromRoot({ input }: RepositoryModel, path: string): string {
  const { path: folder } = input.repository;
  return folder === undefined ? path : `${folder}/${path}`;
}
