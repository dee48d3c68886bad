/**
 * Services and the model version picker.
 *
 * @packageDocumentation
 */
export { modelDeliveryPlugin as default } from './plugin';
export * from './api/deliveryApiRef';
export * from './api/gatesApiRef';
export * from './translation';
