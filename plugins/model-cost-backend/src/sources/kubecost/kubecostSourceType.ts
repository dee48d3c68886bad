import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { createAllocationSource } from '../opencost/createAllocationSource';

/**
 * Source type `kubecost`: the same questions in its dialect. Idle stands apart, as
 * sharing it out is the portal's; `reconcile` has it use the prices of the cloud's
 * bill as soon as they are there, which is why late days are read again.
 */
export const kubecostSourceType: CostSourceType = {
  type: 'kubecost',
  create: options =>
    createAllocationSource(options, {
      name: 'Kubecost',
      allocation: {
        path: 'model/allocation',
        query: {
          idle: 'true',
          shareIdle: 'false',
          accumulate: 'false',
          reconcile: `${options.config.getOptionalBoolean('reconcile') ?? true}`,
        },
      },
      assets: { path: 'model/assets', query: { accumulate: 'false' } },
    }),
};
