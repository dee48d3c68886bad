import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { DeliveryClient } from '@modelyard/plugin-model-delivery-common';
import { InferenceServiceProvider } from './InferenceServiceProvider';

/**
 * Puts a Component into the catalog for every inference service in Git.
 *
 * @public
 */
export const catalogModuleModelDelivery = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'model-delivery',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, discovery, events, logger, scheduler }) {
        const delivery = DeliveryClient.create({
          discoveryApi: discovery,
          fetchApi: { fetch },
        });
        const schedule = scheduler.createScheduledTaskRunner({
          frequency: { minutes: 1 },
          timeout: { minutes: 2 },
          initialDelay: { seconds: 5 },
          scope: 'local',
        });
        catalog.addEntityProvider(
          InferenceServiceProvider.create({
            auth,
            delivery,
            events,
            logger,
            schedule,
          }),
        );
      },
    });
  },
});
