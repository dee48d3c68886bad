import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { findServedModel } from '@modelyard/plugin-model-catalog-common';
import { ModelCostClient } from '@modelyard/plugin-model-cost-common';
import { ModelColumnBlueprint } from '@modelyard/plugin-model-react';
import { costApiRef } from './api/costApiRef';
import { costColumn } from './contributions';

const costApi = ApiBlueprint.make({
  params: define =>
    define({
      api: costApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ModelCostClient.create(deps),
    }),
});

const costCard = EntityCardBlueprint.make({
  name: 'cost',
  params: {
    type: 'content',
    filter: { kind: 'model' },
    loader: async () => {
      const { CostCard } = await import('./components/CostCard/CostCard');
      return <CostCard />;
    },
  },
});

const serviceCostCard = EntityCardBlueprint.make({
  name: 'service-cost',
  params: {
    type: 'content',
    filter: entity =>
      entity.kind === 'Component' && findServedModel(entity) !== undefined,
    loader: async () => {
      const { ServiceCostCard } =
        await import('./components/ServiceCostCard/ServiceCostCard');
      return <ServiceCostCard />;
    },
  },
});

const costContent = EntityContentBlueprint.make({
  name: 'cost',
  params: {
    path: '/cost',
    title: 'Cost',
    filter: { kind: 'model' },
    loader: async () => {
      const { CostTab } = await import('./components/CostTab/CostTab');
      return <CostTab />;
    },
  },
});

const costColumnExtension = ModelColumnBlueprint.make({
  name: 'cost',
  params: costColumn,
});

/**
 * What a Model costs, on its own page and on the Models page.
 *
 * @public
 */
export const modelCostPlugin = createFrontendPlugin({
  pluginId: 'model-cost',
  extensions: [
    costApi,
    costCard,
    serviceCostCard,
    costContent,
    costColumnExtension,
  ],
});
