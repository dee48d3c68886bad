/**
 * Template action that plans the registration of a model.
 *
 * @packageDocumentation
 */
export { scaffolderModuleModel as default } from './module';
