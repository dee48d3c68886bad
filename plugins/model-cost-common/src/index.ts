/**
 * Types, roll-up rules and client of model cost.
 *
 * @packageDocumentation
 */
export * from './api/ModelCostApi';
export * from './api/ModelCostClient';
export * from './permissions';
export * from './rules/components';
export * from './rules/coverage';
export * from './rules/money';
