import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  /**
   * What models cost.
   */
  modelCost?: {
    /**
     * ISO 4217 code of every amount. Default USD. Sources name none, so this says
     * what their numbers mean.
     * @visibility backend
     */
    currency?: string;
    /**
     * Zone in which days close. Only UTC.
     * @visibility backend
     */
    timezone?: 'UTC';
    /**
     * When the sources are read. Default every hour, and at start-up.
     * @visibility backend
     */
    schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    sources?: Array<{
      /**
       * Unique name of the source.
       * @visibility backend
       */
      id: string;
      /**
       * `file`, or a type that a module adds.
       * @visibility backend
       */
      type: string;
      /**
       * Type `file`: folder of `YYYY-MM-DD.json` or `.json.gz`. A relative path
       * counts from the working directory and stays below it.
       * @visibility backend
       */
      target?: string;
      /**
       * Moves the recorded days so that the last one is yesterday, for examples.
       * Screens say so.
       * @visibility backend
       */
      redate?: 'yesterday';
      /**
       * Must equal `modelCost.currency`; amounts are not converted.
       * @visibility backend
       */
      currency?: string;
    }>;
  };
}
