import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { AuthorizedBackfillService } from '../service/AuthorizedBackfillService';
import { ModelCostService } from '../service/ModelCostService';
import { addEstateRoutes } from './estateRoutes';
import { addModelRoutes } from './modelRoutes';
import { addSourceRoutes } from './sourceRoutes';

export interface RouterOptions {
  httpAuth: HttpAuthService;
  /** The one that asks for permission. */
  service: ModelCostService;
  /** The one that asks for permission. */
  backfills: AuthorizedBackfillService;
  auditor: AuditorService;
}

/** The HTTP surface of model cost, as its OpenAPI document says. */
export function createRouter(options: RouterOptions): Router {
  return createOpenApiRouter({
    spec,
    routes: router => {
      addModelRoutes(router, options);
      addEstateRoutes(router, options);
      addSourceRoutes(router, options);
    },
  });
}
