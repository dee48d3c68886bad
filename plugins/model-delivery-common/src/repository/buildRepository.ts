import { argocdFiles } from './argocd';
import { baseFiles } from './base';
import { catalogInfo } from './catalogInfo';
import { controllerOf } from './choices';
import { fluxFiles } from './flux';
import { overlayFiles } from './overlay';
import { policyFiles } from './policies/policies';
import { pipelineFiles } from './pipelines/pipelines';
import { readmeText } from './readme';
import { terraformFiles } from './terraform/terraform';
import { RepositoryFile, RepositoryModel } from './types';

/** Every file of a repository as objects, sorted by path. */
export function buildRepository(repository: RepositoryModel): RepositoryFile[] {
  const controller =
    controllerOf(repository) === 'argocd' ? argocdFiles : fluxFiles;
  const files: RepositoryFile[] = [
    ...baseFiles(repository),
    ...repository.selection.planned.flatMap(environment =>
      overlayFiles(repository, environment),
    ),
    ...controller(repository),
    ...policyFiles(repository),
    { path: 'catalog-info.yaml', documents: [catalogInfo(repository)] },
    ...pipelineFiles(repository),
    ...terraformFiles(repository),
    { path: 'README.md', text: readmeText(repository) },
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
