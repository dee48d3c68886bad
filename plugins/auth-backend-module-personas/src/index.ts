/**
 * Sign-in with demo personas, for development only.
 *
 * @packageDocumentation
 */
export { authModulePersonas as default } from './module';
