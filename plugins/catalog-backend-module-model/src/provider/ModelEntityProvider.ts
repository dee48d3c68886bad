import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import {
  ModelCatalogApi,
  ModelEntity,
  ModelSource,
} from '@modelyard/plugin-model-catalog-common';
import { EmittedEntities, planMutation } from './planMutation';
import { toModelEntity } from './toModelEntity';

const providerName = 'ModelyardModelProvider';
const pageSize = 500;
const fullEveryMs = 60 * 60 * 1000;

/** Whether a run has come to the end of a source, be it with models left unread. */
function hasBeenRead({ lastSuccessAt, lastRun, state }: ModelSource): boolean {
  if (lastSuccessAt !== undefined) return true;
  return lastRun !== undefined && state !== 'failed';
}

/** Options of {@link ModelEntityProvider.create}. */
export interface ModelEntityProviderOptions {
  api: Pick<ModelCatalogApi, 'listModels' | 'listSources'>;
  auth: AuthService;
  logger: LoggerService;
}

/**
 * Feeds the catalog with the models of the model catalog: everything at first and
 * once an hour, what differs in between. When the model catalog can't be read, or
 * one of its sources never was, no entity is removed.
 */
export class ModelEntityProvider implements EntityProvider {
  private connection: EntityProviderConnection | undefined;
  private emitted: EmittedEntities = new Map();
  private lastFullAt: number | undefined;
  private queue: Promise<void> = Promise.resolve();

  private constructor(private readonly options: ModelEntityProviderOptions) {}

  static create(options: ModelEntityProviderOptions): ModelEntityProvider {
    return new ModelEntityProvider(options);
  }

  getProviderName(): string {
    return providerName;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /**
   * Brings the catalog up to date; one call after the other.
   *
   * @returns false when the model catalog could not be read, or the catalog not
   *   be told yet
   */
  async refresh(): Promise<boolean> {
    const refreshed = this.queue.then(() => this.run());
    this.queue = refreshed.then(() => undefined);
    return refreshed;
  }

  private async run(): Promise<boolean> {
    try {
      const { connection } = this;
      if (!connection) return false;
      const { entities, isWhole } = await this.read();
      await this.mutate(connection, entities, isWhole);
      return true;
    } catch (error) {
      this.options.logger.warn(
        `Models could not be read; their entities stay as they are: ${stringifyError(error)}`,
      );
      return false;
    }
  }

  private async read(): Promise<{ entities: ModelEntity[]; isWhole: boolean }> {
    const { api, auth } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'model-catalog',
    });
    const sources = await api.listSources({ token });
    const entities: ModelEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await api.listModels({ limit: pageSize, cursor }, { token });
      entities.push(...page.items.map(toModelEntity));
      cursor = page.nextCursor;
    } while (cursor);
    return {
      entities,
      isWhole: sources.items.every(hasBeenRead),
    };
  }

  private async mutate(
    connection: EntityProviderConnection,
    entities: ModelEntity[],
    isWhole: boolean,
  ): Promise<void> {
    const now = Date.now();
    const isFullDue =
      this.lastFullAt === undefined || now - this.lastFullAt >= fullEveryMs;
    const { added, removed, emitted } = planMutation(entities, this.emitted);
    const locationKey = (entity: ModelEntity) => ({
      entity,
      locationKey: providerName,
    });
    if (isFullDue && isWhole) {
      await connection.applyMutation({
        type: 'full',
        entities: entities.map(locationKey),
      });
      this.lastFullAt = now;
    } else if (added.length + removed.length > 0) {
      await connection.applyMutation({
        type: 'delta',
        added: added.map(locationKey),
        removed: removed.map(entityRef => ({
          entityRef,
          locationKey: providerName,
        })),
      });
    }
    this.emitted = emitted;
  }
}
