import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  modelCatalog?: {
    /**
     * Registries to read models from.
     */
    sources?: Array<{
      /**
       * Name of the source: lower-case letters, digits and "-". It stays, because
       * models are stored under it.
       * @visibility backend
       */
      id: string;
      /**
       * Type of the source: `git`, or one that an installed module serves.
       * @visibility backend
       */
      type: string;
      /**
       * Type `git`: folder in which files named `model.yaml` lie; absolute, or
       * relative to and below the folder in which the backend runs.
       * @visibility backend
       */
      target?: string;
      /**
       * When to sync. Default: every 5 minutes, given up after 4.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    }>;
  };
}
