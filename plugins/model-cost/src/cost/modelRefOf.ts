import { Entity } from '@backstage/catalog-model';
import { modelLabels } from '@modelyard/plugin-model-catalog-common';

/** Entity ref of the Model that a service serves; undefined for other entities. */
export function modelRefOf(entity: Entity): string | undefined {
  return entity.metadata.annotations?.[`${modelLabels.model}-ref`];
}
