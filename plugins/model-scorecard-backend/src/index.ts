/**
 * Evidence, evaluation, reviews and signed verdicts.
 *
 * @packageDocumentation
 */
export { modelScorecardPlugin as default } from './plugin';
