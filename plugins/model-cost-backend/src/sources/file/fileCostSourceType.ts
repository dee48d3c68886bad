import { InputError } from '@backstage/errors';
import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { resolveTarget } from '../resolveTarget';
import { FileCostSource, RecordedDays } from './FileCostSource';
import { recordedCost } from './recordedCost';
import { recordedUsage } from './recordedUsage';

const kinds = new Map<string, RecordedDays>([
  ['cost', recordedCost],
  ['usage', recordedUsage],
]);

/**
 * Source type `file`. A relative target stays below the working directory; `holds`
 * says whether its days tell `cost`, the default, or `usage`.
 */
export const fileCostSourceType: CostSourceType = {
  type: 'file',
  create: ({ id, config }) => {
    const holds = config.getOptionalString('holds') ?? 'cost';
    const recorded = kinds.get(holds);
    if (!recorded)
      throw new InputError(
        `modelCost.sources, id ${id}: holds "${holds}" is neither cost nor usage`,
      );
    const directory = resolveTarget(id, config.getString('target'));
    return FileCostSource.create({ directory, recorded });
  },
};
