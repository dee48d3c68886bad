import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { ModelCatalogService } from '../service/ModelCatalogService';
import { SourceEvents } from '../service/SourceEvents';
import { addEventRoutes } from './eventRoutes';
import { addFindingRoutes } from './findingRoutes';
import { addLinkRoutes } from './linkRoutes';
import { addModelRoutes } from './modelRoutes';
import { addSourceRoutes } from './sourceRoutes';

/** What the routes hand over to. */
export interface RouterOptions {
  service: ModelCatalogService;
  sourceEvents: Pick<SourceEvents, 'receive'>;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}

/** The HTTP surface of the model catalog. */
export function createRouter(options: RouterOptions): Router {
  return createOpenApiRouter({
    spec,
    keepRawBody: true,
    routes: router => {
      addModelRoutes(router, options);
      addLinkRoutes(router, options);
      addFindingRoutes(router, options);
      addSourceRoutes(router, options);
      addEventRoutes(router, options);
    },
  });
}
