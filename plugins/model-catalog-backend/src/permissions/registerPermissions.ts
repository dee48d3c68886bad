import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  modelCatalogSourceAdministerPermission,
  modelCatalogVersionReadPermission,
} from '@modelyard/plugin-model-catalog-common';
import { ModelStore } from '../database/ModelStore';
import { modelRules, readableModelRef } from './rules';
import { administeredSourceRef, sourceRules } from './sourceRules';

/** Makes the permissions of the model catalog, and the rules on them, known. */
export function registerPermissions(
  registry: PermissionsRegistryService,
  models: ModelStore,
  sourceIds: ReadonlySet<string>,
): void {
  registry.addResourceType({
    resourceRef: administeredSourceRef,
    permissions: [modelCatalogSourceAdministerPermission],
    rules: Object.values(sourceRules),
    getResources: async ids =>
      ids.map(id => (sourceIds.has(id) ? { id } : undefined)),
  });
  registry.addResourceType({
    resourceRef: readableModelRef,
    permissions: [modelCatalogVersionReadPermission],
    rules: Object.values(modelRules),
    getResources: refs => Promise.all(refs.map(ref => models.findModel(ref))),
  });
}
