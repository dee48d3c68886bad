/**
 * Pure planner of GitOps repositories.
 *
 * @packageDocumentation
 */
export * from './input/serviceInputSchema';
export * from './plan/types';
