/**
 * Store, connectors and REST of the model catalog.
 *
 * @packageDocumentation
 */
export { modelCatalogPlugin as default } from './plugin';
export {
  createModelCatalogConditionalDecision,
  modelCatalogConditions,
  readableModelRef,
} from './permissions/rules';
export type { ReadableModel, ReadableModelFilter } from './permissions/rules';
export {
  administeredSourceRef,
  createModelCatalogSourceConditionalDecision,
  modelCatalogSourceConditions,
} from './permissions/sourceRules';
export type {
  AdministeredSource,
  AdministeredSourceFilter,
} from './permissions/sourceRules';
