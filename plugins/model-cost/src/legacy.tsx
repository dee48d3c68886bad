/**
 * Cost of a Model for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ModelCostClient } from '@modelyard/plugin-model-cost-common';
import { inOldApp, toLegacyColumn } from '@modelyard/plugin-model-react/legacy';
import { costApiRef } from './api/costApiRef';
import { costColumn } from './contributions';

/** @public */
export const modelCostPlugin = createPlugin({
  id: 'model-cost',
  apis: [
    createApiFactory({
      api: costApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ModelCostClient.create(deps),
    }),
  ],
});

/** What the Model cost in 30 days, for its overview. @public */
export const EntityModelCostCard = modelCostPlugin.provide(
  createComponentExtension({
    name: 'EntityModelCostCard',
    component: {
      lazy: async () => {
        const { CostCard } = await import('./components/CostCard/CostCard');
        return inOldApp(CostCard);
      },
    },
  }),
);

/** The tab Cost of a Model. @public */
export const EntityModelCostContent = modelCostPlugin.provide(
  createComponentExtension({
    name: 'EntityModelCostContent',
    component: {
      lazy: async () => {
        const { CostTab } = await import('./components/CostTab/CostTab');
        return inOldApp(CostTab);
      },
    },
  }),
);

/** A column for `ModelsPage` of the model catalog. @public */
export const modelCostColumn = toLegacyColumn('model-cost', costColumn);
