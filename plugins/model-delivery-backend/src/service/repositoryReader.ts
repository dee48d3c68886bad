import {
  DeployedRelease,
  PlanFile,
  readReleases,
} from '@modelyard/plugin-model-delivery-common';
import { Repositories, RepositoryEntry } from '../git/Repositories';

/** Largest file that is read as part of a service. */
const maxFileBytes = 256 * 1024;
const maxFiles = 500;

const blank = /^(README(\.md)?|LICENSE(\.\w+)?|\.gitignore|\.gitattributes)$/i;

/** Whether there is no more than what servers put into a new repository. */
export function holdsNothing(entries: readonly RepositoryEntry[]): boolean {
  return entries.every(({ path }) => blank.test(path));
}

function belongsToService({ path, sizeBytes }: RepositoryEntry): boolean {
  return (
    sizeBytes <= maxFileBytes &&
    (path === 'catalog-info.yaml' || /^(base|overlays)\/.+\.yaml$/.test(path))
  );
}

/**
 * The files of a commit that say what is declared.
 *
 * @param entries - of that commit
 */
export async function readDeclaration(
  repositories: Repositories,
  repository: string,
  entries: readonly RepositoryEntry[],
): Promise<PlanFile[]> {
  const wanted = entries.filter(belongsToService).slice(0, maxFiles);
  const contents = await repositories.read(
    repository,
    wanted.map(entry => entry.object),
  );
  return wanted.map(({ path }, index) => ({
    path,
    content: contents[index].toString('utf8'),
  }));
}

/**
 * What every environment of a repository runs, and the commit that says so;
 * undefined for a repository without commits.
 */
export async function readDeployed(
  repositories: Repositories,
  repository: string,
): Promise<{ head: string; releases: DeployedRelease[] } | undefined> {
  const head = await repositories.head(repository);
  if (head === undefined) return undefined;
  const entries = await repositories.entries(repository, head);
  const files = await readDeclaration(repositories, repository, entries);
  return { head, releases: readReleases(files) };
}
