/**
 * Canonical evidence, check packs, evaluation and client of the scorecard.
 *
 * @packageDocumentation
 */
export * from './api/ScorecardApi';
export * from './api/ScorecardClient';
export * from './permissions';
