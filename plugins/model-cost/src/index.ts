/**
 * Cost card and cost tab of a Model.
 *
 * @packageDocumentation
 */
export {};
