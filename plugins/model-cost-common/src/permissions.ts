import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Permission to read the spend of the whole estate: summary, showback and the
 * list of what carries no model. The
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
 * Permission to administer cost sources: to have days read again, to accept days
 * that look incomplete, to stop that.
 *
 * @public
 */
export const modelCostSourceAdministerPermission = createPermission({
  name: 'model-cost.source.administer',
  attributes: { action: 'update' },
});

/**
 * Every permission of model cost.
 *
 * @public
 */
export const modelCostPermissions = [
  modelCostSummaryReadPermission,
  modelCostSourceAdministerPermission,
];
