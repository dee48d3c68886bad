/**
 * Modelyard from the command line.
 *
 * @packageDocumentation
 */
export { run } from './run';
export type { RunOptions } from './run';
