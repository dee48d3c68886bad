import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ConditionTransformer,
  createConditionTransformer,
} from '@backstage/plugin-permission-node';
import { modelCatalogVersionReadPermission } from '@modelyard/plugin-model-catalog-common';
import { ModelAccess } from '@modelyard/plugin-model-catalog-node';
import { ModelCondition, ModelFilter } from '../database/modelFilter';
import { ModelStore } from '../database/ModelStore';
import { readableModelRef } from './rules';

/** What {@link VersionAccess} asks. */
export interface VersionAccessOptions {
  access: ModelAccess;
  models: ModelStore;
  permissions: PermissionsService;
  registry: PermissionsRegistryService;
}

/** Nothing at all. */
const nothing: ModelCondition = { anyOf: [] };

/**
 * Which models, and with them their versions, somebody may read: those whose
 * entity the catalog shows, and which `model-catalog.version.read` allows.
 */
export class VersionAccess {
  private readonly toCondition: ConditionTransformer<ModelCondition>;

  private constructor(private readonly options: VersionAccessOptions) {
    this.toCondition = createConditionTransformer(
      options.registry.getPermissionRuleset(readableModelRef),
    );
  }

  static create(options: VersionAccessOptions): VersionAccess {
    return new VersionAccess(options);
  }

  /** For a list: a part of its query. */
  async filterFor(credentials: BackstageCredentials): Promise<ModelFilter> {
    const [readable, condition] = await Promise.all([
      this.options.access.readableRefs(credentials),
      this.conditionFor(credentials),
    ]);
    return { readable, ...(condition && { condition }) };
  }

  /**
   * For one model.
   *
   * @param ref - lower-case entity ref
   * @throws NotFoundError when it may not be read, so that existence does not leak
   */
  async assertReadable(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    await this.options.access.assertReadable(ref, credentials);
    const condition = await this.conditionFor(credentials);
    if (!condition) return;
    const isAllowed = await this.options.models.isAllowed(ref, {
      readable: 'all',
      condition,
    });
    if (!isAllowed)
      throw new NotFoundError(
        `No model ${ref} that you may read; check the name, or ask its owner for access`,
      );
  }

  private async conditionFor(
    credentials: BackstageCredentials,
  ): Promise<ModelCondition | undefined> {
    const [decision] = await this.options.permissions.authorizeConditional(
      [{ permission: modelCatalogVersionReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return undefined;
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.toCondition(decision.conditions)
      : nothing;
  }
}
