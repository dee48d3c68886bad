import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Type of the resource behind {@link modelCatalogSourceAdministerPermission}: a
 * configured source, addressed by its id.
 *
 * @public
 */
export const RESOURCE_TYPE_SOURCE = 'model-catalog-source';

/**
 * Type of the resource behind {@link modelCatalogVersionReadPermission}: a model,
 * addressed by its entity ref.
 *
 * @public
 */
export const RESOURCE_TYPE_MODEL = 'model-catalog-model';

/**
 * Permission to read a model's versions, on top of reading its entity. Conditions
 * may look at owner, proposed risk tier and source.
 *
 * @public
 */
export const modelCatalogVersionReadPermission = createPermission({
  name: 'model-catalog.version.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_MODEL,
});

/**
 * Permission to administer a source: to run a sync by hand, to accept removals, to
 * state that two models are the same, which needs it for the sources of both.
 * Conditions may look at the source.
 *
 * @public
 */
export const modelCatalogSourceAdministerPermission = createPermission({
  name: 'model-catalog.source.administer',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_SOURCE,
});

/**
 * Every permission of the model catalog.
 *
 * @public
 */
export const modelCatalogPermissions = [
  modelCatalogVersionReadPermission,
  modelCatalogSourceAdministerPermission,
];
