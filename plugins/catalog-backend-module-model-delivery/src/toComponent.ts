import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ComponentEntity,
} from '@backstage/catalog-model';
import { modelAnnotations } from '@modelyard/plugin-model-catalog-common';
import { InferenceService } from '@modelyard/plugin-model-delivery-common';

const productive = 'prod';

/**
 * The Component of a service. It is made of the index's checked fields, not of
 * the repository's own `catalog-info.yaml`: whoever may push to a repository
 * must not be able to write any entity he likes.
 */
export function toComponent(service: InferenceService): ComponentEntity {
  const location = `modelyard-delivery:${service.repository}`;
  const live = service.environments.some(e => e.name === productive);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name: service.name,
      ...(service.description && { description: service.description }),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [modelAnnotations.modelRef]: service.model,
      },
      links: [{ url: service.repositoryUrl, title: 'GitOps repository' }],
      tags: ['inference-service'],
    },
    spec: {
      type: 'inference-service',
      lifecycle: live ? 'production' : 'experimental',
      owner: service.owner,
      ...(service.system && { system: service.system }),
      dependsOn: [service.model],
    },
  };
}
