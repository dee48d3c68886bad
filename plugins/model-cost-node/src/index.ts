/**
 * Extension points of model cost.
 *
 * @packageDocumentation
 */
export {};
