import { InputError } from '@backstage/errors';
import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { resolveTarget } from '../resolveTarget';
import { FocusCostSource } from './FocusCostSource';
import { costColumns } from './readCharge';

/** Source type `focus`: bills of clouds and cost tools. */
export const focusSourceType: CostSourceType = {
  type: 'focus',
  create: ({ id, config, configKey, currency }) => {
    const metric = config.getOptionalString('metric') ?? 'EffectiveCost';
    const costColumn = costColumns.find(column => column === metric);
    if (!costColumn)
      throw new InputError(
        `${configKey}.metric: "${metric}" is unknown; there are ${costColumns.join(', ')}`,
      );
    const directory = resolveTarget(id, config.getString('target'));
    return new FocusCostSource({ directory, currency, costColumn });
  },
};
