import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  ModelCatalogClient,
  modelsChangedTopic,
} from '@modelyard/plugin-model-catalog-common';
import { setTimeout } from 'node:timers/promises';
import { ModelEntityProcessor } from './processor/ModelEntityProcessor';
import { ModelEntityProvider } from './provider/ModelEntityProvider';

const scheduleKey = 'catalog.providers.modelCatalog.schedule';

/** The event brings changes within seconds; the schedule is the safety net. */
const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 4 },
  initialDelay: { seconds: 3 },
};

const retryMs = 10_000;

function readSchedule(config: RootConfigService) {
  const schedule = config.getOptionalConfig(scheduleKey);
  if (!schedule) return defaultSchedule;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule);
  } catch (error) {
    throw new InputError(`${scheduleKey} is not a schedule`, error);
  }
}

/** At start-up the model catalog may not be listening yet. */
async function refreshUntilRead(
  provider: ModelEntityProvider,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && !(await provider.refresh()))
    await setTimeout(retryMs, undefined, { signal }).catch(() => undefined);
}

/**
 * Adds the kind Model to the catalog, and feeds it from the model catalog.
 *
 * @public
 */
export const catalogModuleModel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'model',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, events, logger, ...deps }) {
        const provider = ModelEntityProvider.create({
          api: ModelCatalogClient.create({
            discoveryApi: discovery,
            fetchApi: { fetch },
          }),
          auth,
          logger,
        });
        deps.processing.addProcessor(ModelEntityProcessor.create());
        deps.processing.addEntityProvider(provider);
        await events.subscribe({
          id: 'modelyard-model-provider',
          topics: [modelsChangedTopic],
          onEvent: async () => {
            if (!(await provider.refresh()))
              throw new ServiceUnavailableError(
                'The models could not be read; the next scheduled refresh tries again',
              );
          },
        });
        await deps.scheduler.scheduleTask({
          ...readSchedule(config),
          id: 'modelyard-model-provider-refresh',
          scope: 'local',
          fn: signal => refreshUntilRead(provider, signal),
        });
      },
    });
  },
});
