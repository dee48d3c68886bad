/**
 * Plans, embedded Git and services.
 *
 * @packageDocumentation
 */
export {};
