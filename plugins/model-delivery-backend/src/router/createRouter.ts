import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createOpenApiRouter } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { spec } from '../schema/openapi.generated';
import { DeliveryService } from '../service/DeliveryService';
import { registerPlans } from './plans';
import { registerRepositories } from './repositories';
import { registerDelivery, registerServices } from './services';

/**
 * What the routes work with.
 */
export interface RouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  delivery: DeliveryService;
}

/** The REST routes of delivery. */
export function createRouter(options: RouterOptions): Router {
  return createOpenApiRouter({
    spec,
    routes: router => {
      registerPlans(router, options);
      registerServices(router, options);
      registerDelivery(router, options);
      registerRepositories(router, options);
    },
  });
}
