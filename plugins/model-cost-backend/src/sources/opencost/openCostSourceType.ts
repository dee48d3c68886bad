import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { AllocationDialect } from './AllocationServer';
import { createAllocationSource } from './createAllocationSource';

/**
 * Never `step`, `filter` or `accumulate`: they widen the answer, are ignored by
 * some releases, or mean nothing.
 */
export const openCostDialect: AllocationDialect = {
  name: 'OpenCost',
  allocation: { path: 'allocation', query: { includeIdle: 'true' } },
  assets: { path: 'assets', query: {} },
  inferenceCost: { path: 'inferenceCost/total' },
};

/** Source type `opencost`. */
export const openCostSourceType: CostSourceType = {
  type: 'opencost',
  create: options => createAllocationSource(options, openCostDialect),
};
