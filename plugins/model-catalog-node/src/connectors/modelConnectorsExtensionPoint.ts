import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ModelConnectorFactory } from './ModelConnector';

/**
 * Where modules add connectors for further types of source.
 *
 * @public
 */
export interface ModelConnectorsExtensionPoint {
  /**
   * Serves `modelCatalog.sources[].type`.
   *
   * @throws ConflictError when the type is served already
   */
  addConnectorFactory(type: string, factory: ModelConnectorFactory): void;
}

/**
 * Extension point of `@modelyard/plugin-model-catalog-backend`.
 *
 * @public
 */
export const modelConnectorsExtensionPoint =
  createExtensionPoint<ModelConnectorsExtensionPoint>({
    id: 'model-catalog.connectors',
  });
