import {
  modelLabels,
  toOpenCostLabel,
} from '@modelyard/plugin-model-catalog-common';
import { runtimeKeyOf, runtimeOptions } from '../../input/runtimeOptions';
import { PlannedEnvironment } from '../../plan/selectEnvironments';
import { workloadLabels } from '../labels';
import { RepositoryModel } from '../types';
import { renderValues, Value } from './hcl';

type Cloud = 'aws' | 'gcp';

const schemes: Readonly<Record<Cloud, RegExp>> = {
  aws: /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\//,
  gcp: /^gs:\/\/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])\//,
};

const ecr =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/([a-z0-9._/-]+?)(:[\w.-]+)?@/;
const artifactRegistry =
  /^([a-z0-9-]+)-docker\.pkg\.dev\/([a-z0-9-]+)\/([a-z0-9-]+)\//;

/** Values that only the platform knows. */
const platformValues: Readonly<Record<Cloud, string>> = {
  aws: 'region, cluster_name, log_bucket',
  gcp: 'project, region, cluster_name, cluster_location, log_bucket',
};

/** Bucket that a version lies in, where the cloud is the one of the plan. */
function modelBuckets({ storage }: RepositoryModel, cloud: Cloud): string[] {
  const found = schemes[cloud].exec(storage.storageUri);
  return found ? [found[1]] : [];
}

/** Repository that the image comes from, where the cloud has it. */
function imageRepositories(
  { input: { image = '' } }: RepositoryModel,
  cloud: Cloud,
): string[] {
  if (cloud === 'aws') {
    const found = ecr.exec(image);
    if (!found) return [];
    const [, account, region, name] = found;
    return [`arn:aws:ecr:${region}:${account}:repository/${name}`];
  }
  const found = artifactRegistry.exec(image);
  if (!found) return [];
  const [, location, project, name] = found;
  return [`projects/${project}/locations/${location}/repositories/${name}`];
}

/** Labels that bills are split by; Google knows fewer characters. */
function billingLabels(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  cloud: Cloud,
): Record<string, string> {
  const labels = workloadLabels(repository, environment);
  const { modelVersion: _, ...billed } = modelLabels;
  const given = Object.values(billed).filter(key => labels[key]);
  return Object.fromEntries(
    given.map(key =>
      cloud === 'aws'
        ? [key, labels[key]]
        : [toOpenCostLabel(key), labels[key].replace(/[^a-z0-9_-]/g, '-')],
    ),
  );
}

/** The values of one environment. */
export function valuesText(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  cloud: Cloud,
): string {
  const { input } = repository;
  const { name, namespace } = environment.input;
  const values: Record<string, Value> = {
    service: input.name,
    environment: name,
    namespace,
    writes_results: runtimeOptions[runtimeKeyOf(input.runtime)].job,
    model_buckets: modelBuckets(repository, cloud),
    image_repositories: imageRepositories(repository, cloud),
    labels: billingLabels(repository, environment, cloud),
  };
  return renderValues(values, [
    `The platform's own values come from a file beside this: ${platformValues[cloud]}.`,
    `terraform plan -var-file=platform.tfvars -var-file=environments/${name}.tfvars`,
  ]);
}
