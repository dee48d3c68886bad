/**
 * Scorecard of a model version.
 *
 * @packageDocumentation
 */
export { modelScorecardPlugin as default } from './plugin';
export { scorecardApiRef } from './api/scorecardApiRef';
export { modelScorecardTranslationRef } from './translation';
