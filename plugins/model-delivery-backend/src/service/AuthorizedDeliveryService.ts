import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import {
  modelDeliveryServiceAdministerPermission,
  modelDeliveryServiceDeliverPermission,
  PlanMode,
} from '@modelyard/plugin-model-delivery-common';
import { IndexedService } from '../database/ServiceStore';
import {
  DeliverableService,
  deliverableServiceRef,
} from '../permissions/rules';
import {
  DefaultDeliveryService,
  PrepareOptions,
} from './DefaultDeliveryService';
import { DeliveryService, ListServicesOptions } from './DeliveryService';
import { MainChange } from './PushGuard';
import { PreparedDelivery } from './PreparedDelivery';
import { RepositoryBrowser } from './RepositoryBrowser';

/**
 * What {@link AuthorizedDeliveryService} works with.
 */
export interface AuthorizedDeliveryServiceOptions {
  delivery: DefaultDeliveryService;
  browser: RepositoryBrowser;
  access: ModelAccess;
  /** Names that environments may have. */
  environments: readonly string[];
  permissions: PermissionsService;
  registry: Pick<PermissionsRegistryService, 'getPermissionRuleset'>;
}

/**
 * {@link DeliveryService} for one caller: whoever may read the Model reads its
 * services; whoever may deliver for the owner writes them.
 */
export class AuthorizedDeliveryService implements DeliveryService {
  private constructor(
    private readonly options: AuthorizedDeliveryServiceOptions,
  ) {}

  static create(
    options: AuthorizedDeliveryServiceOptions,
  ): AuthorizedDeliveryService {
    return new AuthorizedDeliveryService(options);
  }

  async createPlan(
    input: unknown,
    mode: PlanMode,
    credentials: BackstageCredentials,
  ) {
    const options = { mode, mayBeMissing: true };
    const prepared = await this.prepare(input, options, credentials);
    if (mode === 'write') await this.assertWritable(prepared, credentials);
    return this.options.delivery.preview(prepared);
  }

  async deliver(input: unknown, credentials: BackstageCredentials) {
    const options = { mode: 'write', mayBeMissing: false } as const;
    const prepared = await this.prepare(input, options, credentials);
    await this.assertWritable(prepared, credentials);
    return this.options.delivery.write(prepared, credentials);
  }

  async listServices(
    options: ListServicesOptions,
    credentials: BackstageCredentials,
  ) {
    const models = await this.options.access.readableRefs(credentials);
    return this.options.delivery.list(options, models);
  }

  async getService(name: string, credentials: BackstageCredentials) {
    return this.options.delivery.present(await this.read(name, credentials));
  }

  async listFiles(name: string, credentials: BackstageCredentials) {
    return this.options.browser.listFiles(await this.read(name, credentials));
  }

  async getFile(name: string, path: string, credentials: BackstageCredentials) {
    const service = await this.read(name, credentials);
    return this.options.browser.getFile(service, path);
  }

  async listCommits(
    name: string,
    limit: number,
    credentials: BackstageCredentials,
  ) {
    const service = await this.read(name, credentials);
    return this.options.browser.listCommits(service, limit);
  }

  async reindex(credentials: BackstageCredentials) {
    const [decision] = await this.options.permissions.authorize(
      [{ permission: modelDeliveryServiceAdministerPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW)
      throw new NotAllowedError(
        'You may not rebuild the index of services; ask a platform engineer',
      );
    return this.options.delivery.reindex();
  }

  async openRepository(
    repository: string,
    access: 'read' | 'write',
    credentials: BackstageCredentials,
  ) {
    const found = await this.options.delivery.getByRepository(repository);
    if (!found || !(await this.mayRead(found, credentials)))
      throw new NotFoundError(
        `No repository ${repository} that you may read; check the name, or ask its owner for access`,
      );
    if (access === 'write')
      await this.assertDeliverable(found, [], credentials);
    return found;
  }

  async authorizeChange(
    service: IndexedService,
    { environments, owner }: MainChange,
    credentials: BackstageCredentials,
  ) {
    await this.assertDeliverable(service, environments, credentials);
    if (owner === undefined || owner === service.owner) return;
    const moved = { ...service, owner };
    await this.assertDeliverable(moved, environments, credentials);
  }

  refresh(repository: string) {
    return this.options.delivery.refresh(repository);
  }

  /** Owner and environments of what is there, and of what is to be. */
  private async assertWritable(
    prepared: PreparedDelivery,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { existing, input } = prepared;
    const environments = await this.options.delivery.changes(prepared);
    await this.assertDeliverable(input, environments, credentials);
    if (existing)
      await this.assertDeliverable(existing, environments, credentials);
  }

  private async prepare(
    value: unknown,
    options: PrepareOptions,
    credentials: BackstageCredentials,
  ) {
    const { delivery } = this.options;
    const input = await delivery.check(value, credentials);
    // A server of others is asked with the login of the portal.
    if (input.repository.url !== undefined)
      await this.assertDeliverable(input, [], credentials);
    const prepared = await delivery.prepare(input, options, credentials);
    const { existing } = prepared;
    if (existing && !(await this.mayRead(existing, credentials)))
      throw new ConflictError(
        `The name ${existing.name} is taken; choose another`,
      );
    return prepared;
  }

  private async read(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<IndexedService> {
    const service = await this.options.delivery.get(name);
    if (service && (await this.mayRead(service, credentials))) return service;
    throw new NotFoundError(
      `No service ${name} that you may read; check the name, or ask its owner for access`,
    );
  }

  private async mayRead(
    service: IndexedService,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    try {
      await this.options.access.assertReadable(service.model, credentials);
      return true;
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') return false;
      throw error;
    }
  }

  /**
   * Asks the policy about a service, also about one that is yet to be made: for
   * each environment that changes or, where none does, for any.
   */
  private async assertDeliverable(
    { name, owner }: Pick<DeliverableService, 'name' | 'owner'>,
    environments: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { permissions, registry } = this.options;
    const [decision] = await permissions.authorizeConditional(
      [{ permission: modelDeliveryServiceDeliverPermission }],
      { credentials },
    );
    const authorized = createConditionAuthorizer(
      registry.getPermissionRuleset(deliverableServiceRef),
    );
    const refused = (names: readonly string[]) =>
      names.filter(
        environment => !authorized(decision, { name, owner, environment }),
      );
    const known = this.options.environments;
    const denied = refused(environments.length > 0 ? environments : known);
    if (environments.length === 0 && denied.length < known.length) return;
    if (denied.length === 0) return;
    const places = environments.length > 0 ? ` in ${denied.join(', ')}` : '';
    throw new NotAllowedError(
      `You may not deliver ${name}${places} for ${owner}; ask a member of the owner, or a platform engineer`,
    );
  }
}
