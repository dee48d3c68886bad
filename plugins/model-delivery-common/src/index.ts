/**
 * Pure planner of GitOps repositories.
 *
 * @packageDocumentation
 */
export {};
