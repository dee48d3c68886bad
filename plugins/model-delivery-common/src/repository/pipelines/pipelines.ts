import { policiesOf } from '../choices';
import { RepositoryFile, RepositoryModel } from '../types';
import { githubFile } from './github';
import { gitlabFile } from './gitlab';
import { housekeepingFiles, ignoreFile } from './housekeeping';
import { jenkinsFile } from './jenkins';
import { scriptFiles } from './scripts/scripts';

const hosts = { github: githubFile, gitlab: gitlabFile, jenkins: jenkinsFile };

/**
 * The pipeline of a repository: the scripts under `ci/`, the thin file by which
 * the chosen host calls them, and what keeps a repository in order. Only the
 * owner's name in `CODEOWNERS` comes from the form. A folder has the scripts
 * alone: hosts read the rest at the root, which belongs to others.
 */
export function pipelineFiles(repository: RepositoryModel): RepositoryFile[] {
  const gatekeeper = policiesOf(repository).includes('gatekeeper');
  if (repository.input.repository.path !== undefined)
    return [...scriptFiles(gatekeeper), ignoreFile];
  const host = hosts[repository.input.pipeline ?? 'github'];
  return [
    host(gatekeeper),
    ...scriptFiles(gatekeeper),
    ...housekeepingFiles(repository, gatekeeper),
  ];
}
