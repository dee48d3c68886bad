/**
 * Models page and Model entity page.
 *
 * @packageDocumentation
 */
export {};
