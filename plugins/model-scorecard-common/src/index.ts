/**
 * Canonical evidence, check packs, evaluation and client of the scorecard.
 *
 * @packageDocumentation
 */
export {};
