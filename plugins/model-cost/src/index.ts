/**
 * Cost card, cost tab and cost column of a Model.
 *
 * @packageDocumentation
 */
export { costApiRef } from './api/costApiRef';
export { modelCostPlugin as default } from './plugin';
export { modelCostTranslationRef } from './translation';
