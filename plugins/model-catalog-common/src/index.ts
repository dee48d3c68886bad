/**
 * Types, client, permissions and label constants of the model catalog.
 *
 * @packageDocumentation
 */
export * from './api/ModelCatalogApi';
export * from './api/ModelCatalogClient';
export * from './api/PluginApiClient';
export * from './entity';
export * from './entityRef';
export * from './events';
export * from './labels';
export * from './permissions';
