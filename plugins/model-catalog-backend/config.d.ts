import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

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
       * Type of the source: `git`, `huggingface`, `kubeflow`, `mlflow`, `oci`, or one that an installed module serves.
       * @visibility backend
       */
      type: string;
      /**
       * Type `git`: folder in which files named `model.yaml` lie; absolute, or
       * relative to and below the folder in which the backend runs. Or the address
       * of a repository.
       * @visibility backend
       */
      target?: string;
      /**
       * Type `git`: branch or tag of the repository. Default: the remote's default branch.
       * @visibility backend
       */
      ref?: string;
      /**
       * Type `git`: folder of the repository. Default: all of it.
       * @visibility backend
       */
      path?: string;
      /**
       * Type `git`: where the copy of the repository lies. Default: below the folder
       * for temporary files.
       * @visibility backend
       */
      directory?: string;
      /**
       * When to sync. Default: every 5 minutes, given up after 4.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Patterns such as `fraud-*` of the models to read, by the registry's name.
       * Default: all.
       * @visibility backend
       */
      include?: string[];
      /**
       * Patterns of the models to leave out.
       * @visibility backend
       */
      exclude?: string[];
      /**
       * Patterns of the tags to store. Default: none, because tags may hold anything.
       * @visibility backend
       */
      tags?: string[];
      /** Who owns the models that the source names no owner for. */
      owner?: {
        /**
         * Entity ref of who owns the models that no rule fits.
         * @visibility backend
         */
        default?: string;
        /** The first rule that gives an existing group wins. */
        rules?: Array<{
          /** One of the three. */
          match: {
            /**
             * Key of a tag of the model.
             * @visibility backend
             */
            tag?: string;
            /**
             * Pattern of the tag's value. Default: any.
             * @visibility backend
             */
            value?: string;
            /**
             * Pattern of the registry's name.
             * @visibility backend
             */
            name?: string;
            /**
             * Pattern of the path in the source.
             * @visibility backend
             */
            path?: string;
          };
          /**
           * Entity ref; `$${value}` stands for what was matched, as a name.
           * @visibility backend
           */
          group: string;
        }>;
      };
      removals?: {
        /**
         * Share of the source, from 0 to 1, that may vanish at once; more waits
         * for somebody. Default: 0.3.
         * @visibility backend
         */
        limit?: number;
      };
      /**
       * Address of a registry that is reached over HTTP.
       * @visibility backend
       */
      baseUrl?: string;
      auth?: {
        /**
         * @visibility backend
         */
        type: 'bearer' | 'basic';
        /**
         * @visibility secret
         */
        token?: string;
        /**
         * @visibility backend
         */
        username?: string;
        /**
         * @visibility secret
         */
        password?: string;
      };
      /**
       * Types `mlflow` and `huggingface`: secret of the webhooks that the registry
       * sends to `/api/model-catalog/sources/{id}/events`. Default: it sends none.
       * @visibility secret
       */
      webhookSecret?: string;
      /**
       * Requests at the same time. Default: 4; type `mlflow`: 2.
       * @visibility backend
       */
      concurrency?: number;
      limits?: {
        /** For one answer. Default: 30 seconds; type `mlflow`: 2 minutes. */
        requestTimeout?: HumanDuration;
        /**
         * Times that a request is sent which fails in a way that may pass. Default: 4.
         * @visibility backend
         */
        attempts?: number;
        /**
         * Largest answer, in bytes. Default: 64 MiB.
         * @visibility backend
         */
        answerBytes?: number;
      };
      /**
       * Link-local or metadata ranges, in CIDR notation, that may be reached.
       * @visibility backend
       */
      allowedAddresses?: string[];
      /** Rows in one answer. */
      pageSize?: {
        /**
         * Type `mlflow`: at most and by default 1000; type `kubeflow`: by default 100.
         * @visibility backend
         */
        models?: number;
        /**
         * Type `mlflow`: at most 200000, by default 10000.
         * @visibility backend
         */
        versions?: number;
      };
      /**
       * Type `huggingface`: ids such as `org/name` of the models to read.
       * @visibility backend
       */
      models?: string[];
      /**
       * Type `huggingface`: user or organisation whose models are read.
       * @visibility backend
       */
      organization?: string;
      /**
       * Type `oci`: repositories to read, such as `models/credit-risk`.
       * @visibility backend
       */
      repositories?: string[];
      /**
       * Type `oci`: reads every repository that the registry lists.
       * @visibility backend
       */
      catalog?: boolean;
      /**
       * Type `oci`: how long the digest of a tag that names a version is believed
       * while all else in its repository is as it was. Default: 6 hours.
       * @visibility backend
       */
      recheckTags?: HumanDuration | string;
      /**
       * Type `oci`: hosts beside the registry's own that may give tokens.
       * @visibility backend
       */
      tokenHosts?: string[];
      /**
       * Type `mlflow`: name of a workspace, on servers that have them.
       * @visibility backend
       */
      workspace?: string;
      /**
       * Type `mlflow`: address of its pages, for links. Default: `baseUrl`.
       * @visibility backend
       */
      uiUrl?: string;
      /**
       * Type `mlflow`: tag of a version with the sha256 of its content. Default:
       * `modelyard.io/digest`.
       * @visibility backend
       */
      digestTag?: string;
    }>;
  };
}
