import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  ModelConnector,
  modelConnectorsExtensionPoint,
} from '@modelyard/plugin-model-catalog-node';

/** A module as a third party writes it: it serves sources of a type. */
export function connectorModule(
  type: string,
  connector: ModelConnector,
  moduleId = `${type}-of-a-module`,
) {
  return createBackendModule({
    pluginId: 'model-catalog',
    moduleId,
    register(reg) {
      reg.registerInit({
        deps: { connectors: modelConnectorsExtensionPoint },
        async init({ connectors }) {
          connectors.addConnectorFactory(type, () => connector);
        },
      });
    },
  });
}
