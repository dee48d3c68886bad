import { Finding } from '../plan/types';
import { error } from './findings';
import { isRepositoryUrl } from './repositoryUrl';
import { ServiceInput } from './serviceInputSchema';

const repositoryName = /^[a-z0-9]([-a-z0-9]{0,98}[a-z0-9])?$/;
const folder = /^[a-z0-9][-a-z0-9_.]{0,62}(\/[a-z0-9][-a-z0-9_.]{0,62}){0,7}$/i;

const projectKey = /^[A-Z][A-Z0-9_]{0,127}$/i;

/** Checks where the files of a service go, and how they get there. */
export function checkRepository({ repository }: ServiceInput): Finding[] {
  const { name, url, path, project, change } = repository;
  const found: Finding[] = [];
  if (!repositoryName.test(name)) {
    found.push(
      error(
        '/repository/name',
        'must be at most 100 lower-case letters, digits and "-"',
      ),
    );
  }
  if (url !== undefined && !isRepositoryUrl(url)) {
    found.push(
      error(
        '/repository/url',
        'must be an address such as "https://git.example.com/team/service.git", without user and query',
      ),
    );
  }
  if (path !== undefined && !folder.test(path)) {
    found.push(
      error(
        '/repository/path',
        'must be a folder such as "services/api": at most 8 names of letters, digits, ".", "-" and "_" that begin with a letter or digit',
      ),
    );
  }
  if (project !== undefined && !projectKey.test(project)) {
    found.push(
      error(
        '/repository/project',
        'must be the key of a project: letters, digits and "_"',
      ),
    );
  }
  const needsServer = path !== undefined || change === 'pull-request';
  if (needsServer && url === undefined) {
    found.push(
      error(
        '/repository/url',
        'is needed for a folder or a pull request: the address of a repository that is there already',
      ),
    );
  }
  return found;
}
