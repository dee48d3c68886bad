import { Entity } from '@backstage/catalog-model';

/**
 * `apiVersion` of {@link ModelEntity}.
 *
 * @public
 */
export const modelApiVersion = 'modelyard.io/v1alpha1';

/**
 * A registered AI model. It stays small: whatever changes with a sync lives in
 * the model-catalog store, not in the entity.
 *
 * @public
 */
export interface ModelEntity extends Entity {
  apiVersion: typeof modelApiVersion;
  kind: 'Model';
  spec: {
    type: string;
    lifecycle: string;
    /** Entity ref; absent when nobody owns the model. */
    owner?: string;
    system?: string;
    /** Hugging Face pipeline tag, such as `tabular-classification`. */
    task?: string;
    /** SPDX expression. */
    license?: string;
    /** Proposed risk tier; the reviewed one lives in the scorecard. */
    riskTier?: string;
    baseModels?: string[];
    datasets?: string[];
  };
}

/**
 * Whether an entity is a Model; usable as a filter of entity cards and tabs.
 *
 * @public
 */
export function isModelEntity(entity: Entity): entity is ModelEntity {
  return (
    entity.kind.toLowerCase() === 'model' &&
    entity.apiVersion === modelApiVersion
  );
}
