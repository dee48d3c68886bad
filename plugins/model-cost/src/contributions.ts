import { ModelColumnParams } from '@modelyard/plugin-model-react';
import { lazy } from 'react';

/** The column of the Models page. */
export const costColumn: ModelColumnParams = {
  header: 'Cost of 30 days',
  order: 30,
  width: 180,
  Cell: lazy(async () => {
    const { CostCell } = await import('./components/CostColumn/CostCell');
    return { default: CostCell };
  }),
  Provider: lazy(async () => {
    const { CostColumnProvider } =
      await import('./components/CostColumn/CostColumnProvider');
    return { default: CostColumnProvider };
  }),
};
