/**
 * Pure planner of GitOps repositories.
 *
 * @packageDocumentation
 */
export * from './api/DeliveryApi';
export * from './api/DeliveryClient';
export * from './api/servicesChanged';
export { hoursPerMonth, pricePerHour } from './estimate/estimatePlan';
export { readCron, runsPerMonth } from './input/checkCron';
export type { CronTimes } from './input/checkCron';
export * from './input/checkServiceInput';
export * from './input/quantity';
export * from './input/replicas';
export * from './input/repositoryUrl';
export * from './input/runtimeOptions';
export * from './input/serviceInputSchema';
export * from './input/withoutEmpty';
export * from './permissions';
export * from './plan/digest';
export * from './plan/plan';
export * from './plan/types';
export * from './repository/plannedPaths';
export * from './repository/readReleases';
