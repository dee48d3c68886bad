import { DeployedRelease } from '../plan/types';
import { objectsOf } from './overlay';
import { releaseOf } from './releaseOf';
import { RepositoryModel } from './types';

/** What `readReleases` will read from the planned overlays, sorted by environment. */
export function plannedReleases(
  repository: RepositoryModel,
): DeployedRelease[] {
  return repository.selection.planned
    .map(environment =>
      releaseOf(environment.input, objectsOf(repository, environment)),
    )
    .sort((a, b) => (a.environment < b.environment ? -1 : 1));
}
