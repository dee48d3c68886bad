import { ActionOptions } from './ActionOptions';
import { createGetModelCostAction } from './createGetModelCostAction';
import { createGetSpendAction } from './createGetSpendAction';
import { createGetUnitCostsAction } from './createGetUnitCostsAction';

/** What agents may ask about cost; nothing here changes anything. */
export function registerActions(options: ActionOptions): void {
  createGetModelCostAction(options);
  createGetUnitCostsAction(options);
  createGetSpendAction(options);
}
