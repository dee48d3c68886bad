/**
 * Template actions that write inference services to Git.
 *
 * @packageDocumentation
 */
export { scaffolderModuleModelDelivery as default } from './module';
