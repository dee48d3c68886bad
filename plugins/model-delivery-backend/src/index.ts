/**
 * Plans, embedded Git and services.
 *
 * @packageDocumentation
 */
export { modelDeliveryPlugin as default } from './plugin';
export {
  createModelDeliveryConditionalDecision,
  deliverableServiceRef,
  modelDeliveryConditions,
} from './permissions/rules';
export type {
  DeliverableService,
  DeliverableServiceFilter,
} from './permissions/rules';
