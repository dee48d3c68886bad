/**
 * Extension points of model cost.
 *
 * @packageDocumentation
 */
export * from './costSourcesExtensionPoint';
export * from './sources/CostSource';
export * from './sources/CostSourceType';
export * from './sources/SourceDay';
