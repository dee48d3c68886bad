/**
 * Demo personas for development.
 *
 * @packageDocumentation
 */
export {};
