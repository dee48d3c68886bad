import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { resolveTarget } from '../resolveTarget';
import { FileCostSource } from './FileCostSource';

/** Source type `file`. A relative target stays below the working directory. */
export const fileCostSourceType: CostSourceType = {
  type: 'file',
  create: ({ id, config }) =>
    FileCostSource.create({
      directory: resolveTarget(id, config.getString('target')),
    }),
};
