/**
 * Shared widgets and extension points of the Modelyard frontends.
 *
 * @packageDocumentation
 */
export {};
