/**
 * Extension points of the scorecard.
 *
 * @packageDocumentation
 */
export {};
