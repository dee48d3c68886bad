import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

const location = 'bench:components';

function makeComponent(index: number) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: `bench-${index}`,
      description: 'Measured, not used.',
      annotations: {
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: `group:default/team-${index % 10}`,
    },
  };
}

/** Hands the stock catalog a number of Components when told to. */
export class ComponentProvider implements EntityProvider {
  private connection?: EntityProviderConnection;

  private constructor() {}

  static create(): ComponentProvider {
    return new ComponentProvider();
  }

  getProviderName(): string {
    return 'bench';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** The module that registers this provider. */
  asModule() {
    return createBackendModule({
      pluginId: 'catalog',
      moduleId: 'bench',
      register: reg => {
        reg.registerInit({
          deps: { catalog: catalogProcessingExtensionPoint },
          init: async ({ catalog }) => catalog.addEntityProvider(this),
        });
      },
    });
  }

  /** Emits `count` Components; throws before the catalog has connected. */
  async emit(count: number): Promise<void> {
    if (!this.connection) throw new Error('The catalog has not connected');
    await this.connection.applyMutation({
      type: 'full',
      entities: Array.from({ length: count }, (_, index) => ({
        entity: makeComponent(index),
        locationKey: location,
      })),
    });
  }
}
