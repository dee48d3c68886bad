import { RepositoryFile, RepositoryModel } from '../types';
import { awsModule } from './aws';
import { gcpModule } from './gcp';
import { renderBlocks } from './hcl';
import { CloudModule } from './shared';
import { valuesText } from './values';

const folder = 'terraform';
const modules = { aws: awsModule, gcp: gcpModule };

function filesOf(cloud: CloudModule): RepositoryFile[] {
  return (['versions', 'variables', 'main', 'outputs'] as const).map(name => ({
    path: `${folder}/${name}.tf`,
    text: renderBlocks(cloud[name]),
  }));
}

const written = new Map<keyof typeof modules, RepositoryFile[]>();

/**
 * Terraform for what a service needs outside the cluster, and for what binds its
 * service account to it; nothing unless the input names a cloud. The code is the
 * same for every service: what differs are the values of its environments.
 */
export function terraformFiles(repository: RepositoryModel): RepositoryFile[] {
  const cloud = repository.input.terraform?.cloud;
  if (!cloud) return [];
  const code = written.get(cloud) ?? filesOf(modules[cloud]);
  written.set(cloud, code);
  return [
    ...code,
    ...repository.selection.planned.map(environment => ({
      path: `${folder}/environments/${environment.input.name}.tfvars`,
      text: valuesText(repository, environment, cloud),
    })),
  ];
}
