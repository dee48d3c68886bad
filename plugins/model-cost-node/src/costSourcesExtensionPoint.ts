import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { CostSourceType } from './sources/CostSourceType';

/**
 * Where modules add types of cost sources.
 *
 * @public
 */
export interface CostSourcesExtensionPoint {
  /** Throws ConflictError when the type is taken. */
  addSourceType(type: CostSourceType): void;
}

/**
 * Extension point of {@link CostSourcesExtensionPoint}.
 *
 * @public
 */
export const costSourcesExtensionPoint =
  createExtensionPoint<CostSourcesExtensionPoint>({
    id: 'model-cost.sources',
  });
