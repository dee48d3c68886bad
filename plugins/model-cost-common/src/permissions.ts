import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permission to read the spend of the whole estate: summary and showback. The
 * cost of a single model needs none of ours: whoever may read the Model entity
 * may read it.
 *
 * @public
 */
export const modelCostSummaryReadPermission = createPermission({
  name: 'model-cost.summary.read',
  attributes: { action: 'read' },
});

/**
 * Every permission of model cost.
 *
 * @public
 */
export const modelCostPermissions = [modelCostSummaryReadPermission];
