import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { CostSourceType } from '@modelyard/plugin-model-cost-node';
import { isAbsolute } from 'node:path';
import { FileCostSource } from './FileCostSource';

function resolveTarget(id: string, target: string): string {
  if (isAbsolute(target)) return target;
  try {
    return resolveSafeChildPath(process.cwd(), target);
  } catch {
    throw new InputError(
      `modelCost.sources, id ${id}: target "${target}" leads out of the working directory; write an absolute path to mean that`,
    );
  }
}

/** Source type `file`. A relative target stays below the working directory. */
export const fileCostSourceType: CostSourceType = {
  type: 'file',
  create: ({ id, config }) =>
    FileCostSource.create({
      directory: resolveTarget(id, config.getString('target')),
    }),
};
