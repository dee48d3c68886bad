/**
 * Entity kind Model and the provider that feeds it.
 *
 * @packageDocumentation
 */
export { catalogModuleModel as default } from './module';
