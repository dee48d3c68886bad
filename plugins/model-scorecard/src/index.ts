/**
 * Scorecard of a model version.
 *
 * @packageDocumentation
 */
export {};
