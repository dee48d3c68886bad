import { ConflictError } from '@backstage/errors';
import {
  ModelConnectorFactory,
  ModelConnectorsExtensionPoint,
} from '@modelyard/plugin-model-catalog-node';

/** The connectors that are built in, and those that modules add. */
export class ConnectorRegistry implements ModelConnectorsExtensionPoint {
  private readonly byType = new Map<string, ModelConnectorFactory>();

  private constructor() {}

  static create(): ConnectorRegistry {
    return new ConnectorRegistry();
  }

  /** Factories by the type of source they serve. */
  get factories(): ReadonlyMap<string, ModelConnectorFactory> {
    return this.byType;
  }

  addConnectorFactory(type: string, factory: ModelConnectorFactory): void {
    if (this.byType.has(type))
      throw new ConflictError(
        `A connector for sources of type "${type}" is installed already; remove one of the two modules`,
      );
    this.byType.set(type, factory);
  }
}
