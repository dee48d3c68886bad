import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import {
  DeliveryApi,
  InferenceService,
  servicesChangedTopic,
} from '@modelyard/plugin-model-delivery-common';
import { toComponent } from './toComponent';

const pageSize = 200;
const providerName = 'modelyard-inference-services';

/**
 * What {@link InferenceServiceProvider} works with.
 */
export interface InferenceServiceProviderOptions {
  auth: AuthService;
  delivery: Pick<DeliveryApi, 'listServices'>;
  events: EventsService;
  logger: LoggerService;
  schedule: SchedulerServiceTaskRunner;
}

/**
 * Feeds the catalog with the services that Git declares: when delivery says
 * that something changed, and now and then in case that was not heard. A
 * failure to read leaves the catalog as it is.
 */
export class InferenceServiceProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private known?: Map<string, string>;
  private running: Promise<void> = Promise.resolve();
  private waiting?: Promise<void>;

  private constructor(
    private readonly options: InferenceServiceProviderOptions,
  ) {}

  static create(
    options: InferenceServiceProviderOptions,
  ): InferenceServiceProvider {
    return new InferenceServiceProvider(options);
  }

  getProviderName(): string {
    return providerName;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
    const { events, schedule } = this.options;
    await events.subscribe({
      id: providerName,
      topics: [servicesChangedTopic],
      // Whoever tells of a change need not wait until the catalog has it.
      onEvent: async () => {
        this.refresh();
      },
    });
    await schedule.run({ id: providerName, fn: () => this.refresh() });
  }

  /**
   * Brings the catalog up to date; one at a time, and one for all who ask while
   * another is under way. Never throws.
   */
  refresh(): Promise<void> {
    this.waiting ??= this.running.then(() => {
      this.waiting = undefined;
      return this.refreshNow();
    });
    this.running = this.waiting;
    return this.running;
  }

  private async refreshNow(): Promise<void> {
    try {
      await this.apply(await this.readAll());
    } catch (error) {
      this.options.logger.warn(
        `Inference services can't be read; the catalog keeps those it has: ${stringifyError(error)}`,
      );
    }
  }

  private async readAll(): Promise<InferenceService[]> {
    const { auth, delivery } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'model-delivery',
    });
    const services: InferenceService[] = [];
    let cursor: string | undefined;
    do {
      const page = await delivery.listServices(
        { limit: pageSize, cursor },
        { token },
      );
      services.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return services;
  }

  private async apply(services: InferenceService[]): Promise<void> {
    const entities = services.map(service => {
      const entity = toComponent(service);
      return {
        name: service.name,
        content: JSON.stringify(entity),
        deferred: {
          entity,
          locationKey: `modelyard-delivery:${service.repository}`,
        },
      };
    });
    const { known } = this;
    if (!known) {
      await this.connection?.applyMutation({
        type: 'full',
        entities: entities.map(({ deferred }) => deferred),
      });
    } else {
      const present = new Set(entities.map(({ name }) => name));
      const added = entities
        .filter(({ name, content }) => known.get(name) !== content)
        .map(({ deferred }) => deferred);
      const removed = [...known.keys()]
        .filter(name => !present.has(name))
        .map(name => ({ entityRef: `component:default/${name}` }));
      if (added.length + removed.length > 0)
        await this.connection?.applyMutation({ type: 'delta', added, removed });
    }
    this.known = new Map(entities.map(({ name, content }) => [name, content]));
  }
}
