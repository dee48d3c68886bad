import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * The provider of Model entities.
       */
      modelCatalog?: {
        /**
         * How often to compare entities and models, beside each change that is
         * announced. Default: every 5 minutes.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
