/**
 * Services and the model version picker.
 *
 * @packageDocumentation
 */
export {};
