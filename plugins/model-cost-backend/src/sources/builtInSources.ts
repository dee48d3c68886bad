import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { fileCostSourceType } from './file/fileCostSourceType';

/** Types of sources that need no module. */
export const builtInSources: CostSourceType[] = [fileCostSourceType];
