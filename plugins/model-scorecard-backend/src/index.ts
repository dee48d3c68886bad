/**
 * Evidence, evaluation, reviews and signed verdicts.
 *
 * @packageDocumentation
 */
export {};
