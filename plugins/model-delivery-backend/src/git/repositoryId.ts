import {
  isRepositoryUrl,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';

/** Where a repository lies. */
export interface RepositoryPlace {
  /** Address on a server of others; absent for one of ours. */
  url?: string;
  /** The part of it that belongs to the service; absent when all does. */
  folder?: string;
}

/**
 * Id of the repository that an input asks for: its name here, its address, or
 * address and folder with `#` between them.
 */
export function repositoryIdOf({ repository }: ServiceInput): string {
  const { url, path, name } = repository;
  if (url === undefined) return name;
  return path === undefined ? url : `${url}#${path}`;
}

/** Reads the id of a repository. */
export function placeOf(id: string): RepositoryPlace {
  const [url, folder] = id.split('#');
  if (!isRepositoryUrl(url)) return {};
  return folder === undefined ? { url } : { url, folder };
}

/** Whether a repository lies on a server of others. */
export function isElsewhere(id: string): boolean {
  return placeOf(id).url !== undefined;
}
