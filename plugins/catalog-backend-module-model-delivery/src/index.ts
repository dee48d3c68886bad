/**
 * Inference services of Git in the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleModelDelivery as default } from './module';
