/**
 * Types, roll-up rules and client of model cost.
 *
 * @packageDocumentation
 */
export {};
