/**
 * Cost of a Model for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import {
  createApiFactory,
  createPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ModelCostClient } from '@modelyard/plugin-model-cost-common';
import {
  toLegacyColumn,
  toLegacyComponent,
} from '@modelyard/plugin-model-react/legacy';
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
  toLegacyComponent('EntityModelCostCard', async () => {
    const { CostCard } = await import('./components/CostCard/CostCard');
    return CostCard;
  }),
);

/** What an inference service cost in 30 days, for its overview. @public */
export const EntityServiceCostCard = modelCostPlugin.provide(
  toLegacyComponent('EntityServiceCostCard', async () => {
    const { ServiceCostCard } =
      await import('./components/ServiceCostCard/ServiceCostCard');
    return ServiceCostCard;
  }),
);

/** The tab Cost of a Model. @public */
export const EntityModelCostContent = modelCostPlugin.provide(
  toLegacyComponent('EntityModelCostContent', async () => {
    const { CostTab } = await import('./components/CostTab/CostTab');
    return CostTab;
  }),
);

/** A column for `ModelsPage` of the model catalog. @public */
export const modelCostColumn = toLegacyColumn('model-cost', costColumn);
