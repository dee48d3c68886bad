import { RepositoryValue } from './repositorySchema';

/** Where a repository may lie. */
export const places = ['portal', 'server', 'folder'] as const;

/** Where a repository lies. */
export type Place = (typeof places)[number];

/** Where the repository of a value lies; an address may be empty yet. */
export function placeOf(value: Partial<RepositoryValue> = {}): Place {
  if (value.path !== undefined) return 'folder';
  return value.url === undefined ? 'portal' : 'server';
}

/** The value moved to another place: what both places have is kept. */
export function moveTo(
  place: Place,
  { name, url = '', project, change }: RepositoryValue,
  service: string,
): RepositoryValue {
  switch (place) {
    case 'portal':
      return { name };
    case 'server':
      return {
        name,
        url,
        ...(project && { project }),
        ...(change && { change }),
      };
    default:
      return {
        name,
        url,
        path: `services/${service}`,
        change: change ?? 'pull-request',
      };
  }
}
