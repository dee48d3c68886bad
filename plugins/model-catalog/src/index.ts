/**
 * Models page and Model entity page.
 *
 * @packageDocumentation
 */
export { modelCatalogPlugin as default } from './plugin';
export { modelCatalogTranslationRef } from './translation';
