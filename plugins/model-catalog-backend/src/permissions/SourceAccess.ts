import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { modelCatalogSourceAdministerPermission } from '@modelyard/plugin-model-catalog-common';
import { ModelStore } from '../database/ModelStore';

/** What {@link SourceAccess} asks. */
export interface SourceAccessOptions {
  models: Pick<ModelStore, 'findModel'>;
  permissions: PermissionsService;
}

/** Which sources somebody may administer, by `model-catalog.source.administer`. */
export class SourceAccess {
  private constructor(private readonly options: SourceAccessOptions) {}

  static create(options: SourceAccessOptions): SourceAccess {
    return new SourceAccess(options);
  }

  /**
   * @param what - what is about to be done, in the words of the refusal
   * @throws NotAllowedError unless every one of the sources is the caller's
   */
  async assertAdministrator(
    what: string,
    sourceIds: string[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const permission = modelCatalogSourceAdministerPermission;
    const decisions = await this.options.permissions.authorize(
      sourceIds.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    const refused = sourceIds.filter(
      (_, index) => decisions[index].result !== AuthorizeResult.ALLOW,
    );
    if (refused.length > 0)
      throw new NotAllowedError(
        `You may not ${what}; ask for the permission ${permission.name} for ${refused.join(', ')}`,
      );
  }

  /** As {@link SourceAccess.assertAdministrator}, for the sources of models. */
  async assertAdministratorOf(
    what: string,
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<void> {
    const models = await Promise.all(
      refs.map(ref => this.options.models.findModel(ref)),
    );
    const sourceIds = models.flatMap(model => model?.sourceId ?? []);
    await this.assertAdministrator(what, [...new Set(sourceIds)], credentials);
  }
}
