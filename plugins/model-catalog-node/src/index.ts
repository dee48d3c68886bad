/**
 * Extension points and backend helpers of the model catalog.
 *
 * @packageDocumentation
 */
export * from './paging/cursor';
export * from './router/createOpenApiRouter';
export * from './router/InvalidFieldsError';
