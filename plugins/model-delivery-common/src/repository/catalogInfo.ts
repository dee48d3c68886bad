import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { refsOf } from './labels';
import { RepositoryModel, YamlObject } from './types';

/** Entity of the service in the catalog. */
export function catalogInfo(repository: RepositoryModel): YamlObject {
  const { input, context, selection } = repository;
  const refs = refsOf(repository);
  const names = [
    ...selection.planned.map(e => e.input.name),
    ...selection.retained.map(r => r.environment),
  ];
  const productive = names.some(n => n === 'prod' || n === 'production');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: input.name,
      ...(input.description && { description: input.description }),
      annotations: { [`${modelLabels.model}-ref`]: refs.model },
      links: [{ url: context.repositoryUrl, title: 'GitOps repository' }],
      tags: ['inference-service'],
    },
    spec: {
      type: 'inference-service',
      lifecycle: productive ? 'production' : 'experimental',
      owner: refs.owner,
      ...(refs.system && { system: refs.system }),
      dependsOn: [refs.model],
    },
  };
}
