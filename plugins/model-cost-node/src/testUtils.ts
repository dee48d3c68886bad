/**
 * The contract of a cost source as a suite of tests, for every implementation.
 *
 * @packageDocumentation
 */
export * from './contract/describeCostSource';
