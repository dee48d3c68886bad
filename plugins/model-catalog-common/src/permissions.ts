import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permission to run a sync by hand. Reading models needs no permission of ours:
 * whoever may read the Model entity may read its versions.
 *
 * @public
 */
export const modelCatalogSourceSyncPermission = createPermission({
  name: 'model-catalog.source.sync',
  attributes: { action: 'update' },
});

/**
 * Every permission of the model catalog.
 *
 * @public
 */
export const modelCatalogPermissions = [modelCatalogSourceSyncPermission];
