/**
 * The model catalog for apps on the old frontend system.
 *
 * @packageDocumentation
 */
import { convertLegacyRouteRef } from '@backstage/core-compat-api';
import {
  createApiFactory,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef } from '@modelyard/plugin-model-react';
import {
  inOldApp,
  toLegacyComponent,
} from '@modelyard/plugin-model-react/legacy';
import { TierProposal } from './components/TierProposal/TierProposal';
import { tierProposalSchema } from './components/TierProposal/tierProposalSchema';
import { validateAssessment } from './components/TierProposal/validateAssessment';
import { rootRouteRef, sourcesRouteRef } from './routes';

const root = convertLegacyRouteRef(rootRouteRef);
const sources = convertLegacyRouteRef(sourcesRouteRef);

/** @public */
export const modelCatalogPlugin = createPlugin({
  id: 'model-catalog',
  routes: { root, sources },
  apis: [
    createApiFactory({
      api: modelCatalogApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => ModelCatalogClient.create(deps),
    }),
  ],
});

/**
 * All models, and below it their sources; `columns` are those that other plugins
 * offer.
 *
 * @public
 */
export const ModelsPage = modelCatalogPlugin.provide(
  createRoutableExtension({
    name: 'ModelsPage',
    mountPoint: root,
    component: async () => {
      const { ModelsRouter } = await import('./components/ModelsRouter');
      return inOldApp(ModelsRouter);
    },
  }),
);

/** What a Model is, for its overview. @public */
export const EntityAboutModelCard = modelCatalogPlugin.provide(
  toLegacyComponent('EntityAboutModelCard', async () => {
    const { AboutModelCard } =
      await import('./components/AboutModelCard/AboutModelCard');
    return AboutModelCard;
  }),
);

/** Where a Model comes from and what came of it, for its overview. @public */
export const EntityModelLineageCard = modelCatalogPlugin.provide(
  toLegacyComponent('EntityModelLineageCard', async () => {
    const { LineageCard } = await import('./components/Lineage/LineageCard');
    return LineageCard;
  }),
);

/**
 * The tab Versions of a Model with the pages under it; has to be mounted at
 * `/versions`. `sections` and `columns` are those that other plugins offer.
 *
 * @public
 */
export const EntityModelVersionsContent = modelCatalogPlugin.provide(
  toLegacyComponent('EntityModelVersionsContent', async () => {
    const { VersionsRouter } =
      await import('./components/Versions/VersionsRouter');
    return VersionsRouter;
  }),
);

/** The field `TierProposal` of template forms. @public */
export const TierProposalFieldExtension = modelCatalogPlugin.provide(
  createScaffolderFieldExtension<typeof tierProposalSchema.TOutput>({
    name: 'TierProposal',
    component: inOldApp(TierProposal),
    validation: validateAssessment,
    schema: tierProposalSchema.schema,
  }),
);
