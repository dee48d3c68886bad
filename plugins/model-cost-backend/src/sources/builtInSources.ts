import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { fileCostSourceType } from './file/fileCostSourceType';
import { focusSourceType } from './focus/focusSourceType';
import { kubecostSourceType } from './kubecost/kubecostSourceType';
import { openCostSourceType } from './opencost/openCostSourceType';
import { prometheusSourceType } from './prometheus/prometheusSourceType';

/** Types of sources that need no module. */
export const builtInSources: CostSourceType[] = [
  fileCostSourceType,
  focusSourceType,
  openCostSourceType,
  kubecostSourceType,
  prometheusSourceType,
];
