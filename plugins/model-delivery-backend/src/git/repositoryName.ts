import { InputError } from '@backstage/errors';

const pattern = /^[a-z0-9](?:[-a-z0-9]{0,98}[a-z0-9])?$/;

/**
 * Whether a text may name a repository: lower-case letters, digits and dashes,
 * at most 100 characters. Nothing of it can lead out of the directory.
 */
export function isRepositoryName(name: string): boolean {
  return pattern.test(name);
}

/**
 * Passes a repository name through.
 *
 * @throws InputError for anything {@link isRepositoryName} refuses
 */
export function assertRepositoryName(name: string): string {
  if (isRepositoryName(name)) return name;
  throw new InputError(
    'A repository name has lower-case letters, digits and dashes only, at most 100 of them',
  );
}
