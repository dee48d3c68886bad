/**
 * Pure planner of GitOps repositories.
 *
 * @packageDocumentation
 */
export * from './input/serviceInputSchema';
export * from './plan/types';
export * from './api/DeliveryApi';
export * from './api/DeliveryClient';
export * from './permissions';
