/**
 * Cost ledger of model versions.
 *
 * @packageDocumentation
 */
export { modelCostPlugin as default } from './plugin';
