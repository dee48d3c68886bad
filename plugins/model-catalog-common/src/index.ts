/**
 * Types, client, permissions and label constants of the model catalog, the shape
 * of a model manifest, and the plan of a new one.
 *
 * @packageDocumentation
 */
export * from './api/ModelCatalogApi';
export * from './api/ModelCatalogClient';
export * from './api/PluginApiClient';
export * from './entity';
export * from './entityRef';
export * from './events';
export * from './labels';
export * from './manifest/modelBoundsSchema';
export * from './manifest/modelManifestJsonSchema';
export * from './manifest/modelManifestSchema';
export * from './permissions';
export { checkRegistration } from './registration/checkRegistration';
export type { CheckedRegistration } from './registration/checkRegistration';
export type { RegistrationFinding } from './registration/findings';
export * from './registration/modelRegistrationSchema';
export * from './registration/planRegistration';
export * from './registration/RegistrationFile';
export * from './registration/toPatch';
export * from './text/escapeMarkdown';
export * from './text/sanitizeUri';
export * from './text/spdx';
export * from './text/stripSecrets';
export * from './tier/proposeTier';
export * from './tier/riskAssessmentSchema';
export * from './tier/riskTiers';
export * from './tier/tierReasons';
