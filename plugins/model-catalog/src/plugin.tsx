import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import {
  modelCatalogApiRef,
  modelColumnDataRef,
  ModelIcon,
  modelVersionColumnDataRef,
  modelVersionSectionDataRef,
} from '@modelyard/plugin-model-react';
import { rootRouteRef, sourcesRouteRef } from './routes';

const modelCatalogApi = ApiBlueprint.make({
  params: define =>
    define({
      api: modelCatalogApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ModelCatalogClient.create(deps),
    }),
});

const modelsPage = PageBlueprint.makeWithOverrides({
  inputs: { columns: createExtensionInput([modelColumnDataRef]) },
  factory(original, { inputs }) {
    const columns = inputs.columns
      .map(input => input.get(modelColumnDataRef))
      .sort((one, other) => one.order - other.order);
    return original({
      path: '/models',
      title: 'Models',
      icon: <ModelIcon />,
      routeRef: rootRouteRef,
      loader: async () => {
        const { ModelsRouter } = await import('./components/ModelsRouter');
        return <ModelsRouter columns={columns} />;
      },
    });
  },
});

const aboutCard = EntityCardBlueprint.make({
  name: 'about',
  params: {
    type: 'info',
    filter: { kind: 'model' },
    loader: async () => {
      const { AboutModelCard } =
        await import('./components/AboutModelCard/AboutModelCard');
      return <AboutModelCard />;
    },
  },
});

const lineageCard = EntityCardBlueprint.make({
  name: 'lineage',
  params: {
    type: 'content',
    filter: { kind: 'model' },
    loader: async () => {
      const { LineageCard } = await import('./components/Lineage/LineageCard');
      return <LineageCard />;
    },
  },
});

const versionsContent = EntityContentBlueprint.makeWithOverrides({
  name: 'versions',
  inputs: {
    sections: createExtensionInput([modelVersionSectionDataRef]),
    columns: createExtensionInput([modelVersionColumnDataRef]),
  },
  factory(original, { inputs }) {
    const sections = inputs.sections
      .map(input => input.get(modelVersionSectionDataRef))
      .sort((one, other) => one.order - other.order);
    const columns = inputs.columns
      .map(input => input.get(modelVersionColumnDataRef))
      .sort((one, other) => one.order - other.order);
    return original({
      path: '/versions',
      title: 'Versions',
      filter: { kind: 'model' },
      loader: async () => {
        const { VersionsRouter } =
          await import('./components/Versions/VersionsRouter');
        return <VersionsRouter sections={sections} columns={columns} />;
      },
    });
  },
});

const tierProposal = FormFieldBlueprint.make({
  name: 'tier-proposal',
  params: {
    field: async () => {
      const { tierProposalField } =
        await import('./components/TierProposal/tierProposalField');
      return tierProposalField;
    },
  },
});

/**
 * The Models page with the page of sources below it, what a Model shows on its own
 * page, and a field of the form that registers one.
 *
 * @public
 */
export const modelCatalogPlugin = createFrontendPlugin({
  pluginId: 'model-catalog',
  title: 'Models',
  icon: <ModelIcon />,
  routes: { root: rootRouteRef, sources: sourcesRouteRef },
  extensions: [
    modelCatalogApi,
    modelsPage,
    aboutCard,
    lineageCard,
    versionsContent,
    tierProposal,
  ],
});
