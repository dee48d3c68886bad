/**
 * Extension points and backend helpers of the model catalog.
 *
 * @packageDocumentation
 */
export * from './access/ModelAccess';
export * from './connectors/ModelConnector';
export * from './connectors/modelConnectorsExtensionPoint';
export * from './connectors/SourceModel';
export * from './database/insertRows';
export type { InsertValue, Merge } from './database/statement';
export * from './hosting/hostedRepository';
export * from './paging/cursor';
export * from './router/audited';
export * from './router/createOpenApiRouter';
export * from './router/InvalidFieldsError';
export { rawBodyOf } from './router/rawBody';
