/**
 * Cost ledger of model versions.
 *
 * @packageDocumentation
 */
export {};
