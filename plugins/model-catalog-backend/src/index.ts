/**
 * Store, connectors and REST of the model catalog.
 *
 * @packageDocumentation
 */
export { modelCatalogPlugin as default } from './plugin';
