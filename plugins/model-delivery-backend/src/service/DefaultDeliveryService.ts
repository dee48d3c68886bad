import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  decodeCursor,
  encodeCursor,
} from '@modelyard/plugin-model-catalog-node';
import {
  Delivery,
  InferenceService,
  Plan,
  PlanAnswer,
  PlanMode,
  ReindexResult,
  ServiceInput,
} from '@modelyard/plugin-model-delivery-common';
import { IndexedService, ServiceStore } from '../database/ServiceStore';
import { Repositories } from '../git/Repositories';
import { findPlannedSecrets } from '../secrets/findPlannedSecrets';
import { SecretScanner } from '../secrets/SecretScanner';
import { callerName } from './callerName';
import { changedEnvironments } from './changedEnvironments';
import { ListServicesOptions } from './DeliveryService';
import { assertNoErrors, InputChecker } from './InputChecker';
import { KnownPlans } from './KnownPlans';
import { PlanContextReader } from './PlanContextReader';
import { planChanges } from './planChanges';
import { PreparedDelivery } from './PreparedDelivery';
import { repositoryIdOf } from '../git/repositoryId';
import { ServiceIndexer } from './ServiceIndexer';
import { ServiceLinks } from './ServiceLinks';
import { ServiceOpener } from './ServiceOpener';
import { ServiceWriter } from './ServiceWriter';

/**
 * What {@link DefaultDeliveryService} works with.
 */
export interface DefaultDeliveryServiceOptions {
  auth: AuthService;
  store: ServiceStore;
  repositories: Repositories;
  scanner: SecretScanner;
  checker: InputChecker;
  context: PlanContextReader;
  indexer: ServiceIndexer;
  opener: ServiceOpener;
  writer: ServiceWriter;
  links: ServiceLinks;
}

/** How an input is prepared. */
export interface PrepareOptions {
  mode: PlanMode;
  /** Whether a repository elsewhere may have to be made yet. */
  mayBeMissing: boolean;
}

/**
 * Delivery without a thought of permissions; those are the business of
 * `AuthorizedDeliveryService`.
 */
export class DefaultDeliveryService {
  private readonly plans = KnownPlans.create();

  private constructor(
    private readonly options: DefaultDeliveryServiceOptions,
  ) {}

  static create(
    options: DefaultDeliveryServiceOptions,
  ): DefaultDeliveryService {
    return new DefaultDeliveryService(options);
  }

  /**
   * Checks an input; nobody's repository is asked yet.
   *
   * @param value - untrusted
   * @throws InvalidFieldsError for everything that is wrong with it
   */
  check(
    value: unknown,
    credentials: BackstageCredentials,
  ): Promise<ServiceInput> {
    return this.options.checker.check(value, credentials);
  }

  /** Plans an input on what its repository holds; writes nothing. */
  async prepare(
    input: ServiceInput,
    options: PrepareOptions,
    credentials: BackstageCredentials,
  ): Promise<PreparedDelivery> {
    const { checker, context, scanner, links } = this.options;
    const { existing, deployed, ...place } = await this.options.opener.open(
      input,
      options,
    );
    const known = {
      repositoryUrl: links.cloneUrl(repositoryIdOf(input)),
      deployed: deployed?.releases,
      // What a template puts elsewhere is planned to be written, too.
      mayBeRecent: options.mode === 'preview',
    };
    const [planContext, namesakes] = await Promise.all([
      context.read(input, known, credentials),
      existing ? [] : checker.findNamesake(input.name, credentials),
    ]);
    const planned = this.plans.plan(input, planContext, options);
    assertGatesOpen(planned);
    assertNoErrors(planned.findings);
    assertNoErrors(await findPlannedSecrets(scanner, planned.files));
    assertNoErrors(place.findings);
    const findings = [...planned.findings, ...place.findings, ...namesakes];
    const withNamesakes = { ...planned, findings };
    return { input, plan: withNamesakes, head: deployed?.head, existing };
  }

  /** What a caller sees of a plan. */
  async preview(prepared: PreparedDelivery): Promise<PlanAnswer> {
    const { input, plan: planned } = prepared;
    const { digest, files, findings, environments, estimate } = planned;
    return {
      digest,
      files,
      findings,
      environments,
      changes: await planChanges(this.options.repositories, prepared),
      ...this.options.links.of(input.name, repositoryIdOf(input)),
      ...(estimate && { estimate }),
    };
  }

  /** Environments that writing a plan would change. */
  async changes(prepared: PreparedDelivery): Promise<string[]> {
    const { plan: planned, existing } = prepared;
    const changed = await planChanges(this.options.repositories, prepared);
    return changedEnvironments(
      changed.map(({ path }) => path),
      [
        ...planned.environments,
        ...(existing?.environments ?? []).map(({ name }) => name),
      ],
    );
  }

  /** Writes what was prepared. */
  async write(
    prepared: PreparedDelivery,
    credentials: BackstageCredentials,
  ): Promise<Delivery> {
    const { auth, writer, links } = this.options;
    const { input, plan: planned, existing } = prepared;
    const author = callerName(auth, credentials);
    const result = await writer.write(prepared, author);
    return {
      service: input.name,
      ...links.of(input.name, repositoryIdOf(input)),
      ...result,
      created: existing === undefined,
      findings: planned.findings,
      environments: [
        ...planned.environments,
        ...planned.retained.map(folder => folder.split('/')[1]),
      ],
    };
  }

  async list(options: ListServicesOptions, models: Set<string> | 'all') {
    const { cursor, limit, ...filter } = options;
    const after = decodeCursor(cursor, 1)?.[0];
    const { items, totalItems } = await this.options.store.list({
      ...filter,
      ...(after !== undefined && { after: String(after) }),
      limit: limit + 1,
      models,
    });
    const page = items.slice(0, limit);
    const last = items.length > limit ? page[page.length - 1] : undefined;
    return {
      items: page.map(service => this.present(service)),
      totalItems,
      ...(last && { nextCursor: encodeCursor([last.name]) }),
    };
  }

  get(name: string): Promise<IndexedService | undefined> {
    return this.options.store.get(name);
  }

  getByRepository(repository: string): Promise<IndexedService | undefined> {
    return this.options.store.getByRepository(repository);
  }

  present(service: IndexedService): InferenceService {
    const { environments, ...rest } = service;
    return {
      ...rest,
      ...this.options.links.of(service.name, service.repository),
      environments: environments.map(({ name, namespace, ...declared }) => ({
        name,
        namespace,
        declared,
        observed: {
          state: 'unknown',
          reason: 'No controller is connected that could tell',
        },
      })),
    };
  }

  async reindex(): Promise<ReindexResult> {
    await this.options.indexer.dropVanished();
    return this.options.indexer.indexAll();
  }

  async refresh(repository: string): Promise<void> {
    await this.options.indexer.index(repository);
  }
}

/** Closed gates are no fault of the input: it can be sent again later. */
function assertGatesOpen({ findings }: Plan): void {
  const closed = findings.find(
    finding => finding.severity === 'error' && finding.check !== undefined,
  );
  if (closed) throw new ConflictError(closed.message);
}
