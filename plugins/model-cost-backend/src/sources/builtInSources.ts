import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { fileCostSourceType } from './file/fileCostSourceType';
import { kubecostSourceType } from './kubecost/kubecostSourceType';
import { openCostSourceType } from './opencost/openCostSourceType';
import { prometheusSourceType } from './prometheus/prometheusSourceType';

/** Types of sources that need no module. */
export const builtInSources: CostSourceType[] = [
  fileCostSourceType,
  openCostSourceType,
  kubecostSourceType,
  prometheusSourceType,
];
