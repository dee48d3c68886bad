/**
 * Evidence, evaluation, reviews and signed verdicts.
 *
 * @packageDocumentation
 */
export { modelScorecardPlugin as default } from './plugin';
export {
  createModelScorecardConditionalDecision,
  modelScorecardConditions,
  reviewedModelRef,
} from './permissions/rules';
export type { ReviewedModel, ReviewedModelFilter } from './permissions/rules';
