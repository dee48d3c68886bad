import { argocdFiles } from './argocd';
import { baseFiles } from './base';
import { catalogInfo } from './catalogInfo';
import { controllerOf, policiesOf } from './choices';
import { fluxFiles } from './flux';
import { overlayFiles } from './overlay';
import { admissionPolicyFiles } from './policies/admissionPolicy';
import { gatekeeperFiles } from './policies/gatekeeper';
import { kyvernoFiles } from './policies/kyverno';
import { readmeText } from './readme';
import { RepositoryFile, RepositoryModel } from './types';
import { workflowFile } from './workflow';

const policyFiles = {
  gatekeeper: gatekeeperFiles,
  kyverno: kyvernoFiles,
  'admission-policy': admissionPolicyFiles,
};

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
    ...policiesOf(repository).flatMap(engine => policyFiles[engine]),
    { path: 'catalog-info.yaml', documents: [catalogInfo(repository)] },
    workflowFile(repository),
    { path: 'README.md', text: readmeText(repository) },
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
