import { setTimeout as wait } from 'node:timers/promises';
import {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  DeferredEntity,
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
/** Services that are asked for by their names. */
const mostNamed = 100;
/** When many services change, the catalog takes them together. */
const pauseMs = 2000;
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
  /** Between two updates of the catalog; two seconds unless given. */
  pauseMs?: number;
}

/** What has to be read again. */
type Outdated = Set<string> | 'all';

interface ReadService {
  name: string;
  /** To tell whether it has changed. */
  content: string;
  deferred: DeferredEntity;
}

function toRead(service: InferenceService): ReadService {
  const entity = toComponent(service);
  const { name, repository } = service;
  const locationKey = `modelyard-delivery:${repository}`;
  return {
    name,
    content: JSON.stringify(entity),
    deferred: { entity, locationKey },
  };
}

/**
 * Feeds the catalog with the services that Git declares: with those that delivery
 * says have changed, and now and then with all, in case that was not heard. A
 * failure to read leaves the catalog as it is.
 */
export class InferenceServiceProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  /** Contents of the services that the catalog has; undefined before the first. */
  private known?: Map<string, string>;
  private outdated: Outdated = new Set();
  private running: Promise<void> = Promise.resolve();
  private waiting?: Promise<void>;
  private lastAt = -Infinity;

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
      onEvent: async ({ eventPayload }) => {
        this.refresh(namesIn(eventPayload));
      },
    });
    await schedule.run({ id: providerName, fn: () => this.refresh() });
  }

  /**
   * Brings the catalog up to date: at once, or two seconds after the last time, with
   * all that changed meanwhile. Never throws.
   *
   * @param names - of services that changed; all are read without them
   */
  refresh(names?: readonly string[]): Promise<void> {
    this.mark(names);
    this.waiting ??= this.running.then(async () => {
      const pause = this.options.pauseMs ?? pauseMs;
      const left = this.lastAt + pause - performance.now();
      if (left > 0) await wait(left, undefined, { ref: false });
      this.lastAt = performance.now();
      this.waiting = undefined;
      return this.refreshNow();
    });
    this.running = this.waiting;
    return this.running;
  }

  private async refreshNow(): Promise<void> {
    const { known, outdated } = this;
    this.outdated = new Set();
    const names =
      !known || outdated === 'all' || outdated.size > mostNamed
        ? undefined
        : [...outdated];
    try {
      if (names?.length === 0) return;
      const services = (await this.read(names)).map(toRead);
      if (known) await this.update(known, services, names ?? known.keys());
      else await this.fill(services);
    } catch (error) {
      // What was not read is read with the next.
      this.mark(names);
      this.options.logger.warn(
        `Inference services can't be read; the catalog keeps those it has: ${stringifyError(error)}`,
      );
    }
  }

  private mark(names: readonly string[] | undefined): void {
    if (!names) this.outdated = 'all';
    else if (this.outdated !== 'all')
      for (const name of names) this.outdated.add(name);
  }

  private async read(names?: string[]): Promise<InferenceService[]> {
    const { auth, delivery } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'model-delivery',
    });
    const services: InferenceService[] = [];
    let cursor: string | undefined;
    do {
      const page = await delivery.listServices(
        { limit: pageSize, cursor, name: names },
        { token },
      );
      services.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return services;
  }

  private async fill(services: ReadService[]): Promise<void> {
    await this.connection?.applyMutation({
      type: 'full',
      entities: services.map(({ deferred }) => deferred),
    });
    this.known = new Map(services.map(({ name, content }) => [name, content]));
  }

  /** @param asked - names that are gone where they were not read */
  private async update(
    known: Map<string, string>,
    services: ReadService[],
    asked: Iterable<string>,
  ): Promise<void> {
    const present = new Set(services.map(({ name }) => name));
    const changed = services.filter(
      ({ name, content }) => known.get(name) !== content,
    );
    const gone = [...asked].filter(
      name => known.has(name) && !present.has(name),
    );
    if (changed.length + gone.length === 0) return;
    await this.connection?.applyMutation({
      type: 'delta',
      added: changed.map(({ deferred }) => deferred),
      removed: gone.map(name => ({ entityRef: `component:default/${name}` })),
    });
    for (const { name, content } of changed) known.set(name, content);
    for (const name of gone) known.delete(name);
  }
}

/** Names in the payload of an event; undefined when it names none. */
function namesIn(payload: unknown): string[] | undefined {
  const services: unknown =
    typeof payload === 'object' && payload !== null && 'services' in payload
      ? payload.services
      : undefined;
  return Array.isArray(services) ? services.map(String) : undefined;
}
