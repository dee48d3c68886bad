import { HumanDuration } from '@backstage/types';
import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

/** Who is asked for; see the messages of a wrong value for what is allowed. */
type Auth =
  | {
      type: 'bearer';
      /**
       * @visibility secret
       */
      token: string;
    }
  | {
      type: 'basic';
      username: string;
      /**
       * @visibility secret
       */
      password: string;
    };

interface WorkloadPattern {
  /** `*` stands for any text, here and below. */
  cluster?: string;
  namespace?: string;
  controllerKind?: string;
  controller?: string;
}

interface Limits {
  /** For one answer. */
  requestTimeout?: HumanDuration | string;
  /** Of one answer, unpacked. */
  answerBytes?: number;
  /** Default 4. */
  attempts?: number;
}

export interface Config {
  /**
   * What models cost.
   */
  modelCost?: {
    /**
     * ISO 4217 code of every figure. Default USD.
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
    /**
     * What one unit of another currency is worth in `currency`, from a day on. A
     * day without a rate has no figures.
     * @visibility backend
     */
    rates?: Array<{
      currency: string;
      /** `YYYY-MM-DD` in UTC. */
      from: string;
      /** A decimal; write it as text to keep every place. */
      rate: string | number;
    }>;
    attribution?: {
      /**
       * Say for some workloads what their labels leave out. Labels win, then the
       * first rule.
       * @visibility backend
       */
      rules?: Array<{
        /** Id of a source; all where absent. */
        source?: string;
        match: WorkloadPattern;
        /** Days from which and until which it holds, both included. */
        from?: string;
        until?: string;
        /** Values as labels write them. */
        set: {
          model?: string;
          version?: string;
          environment?: string;
          service?: string;
          owner?: string;
          tenant?: string;
          costCenter?: string;
        };
      }>;
      /**
       * Workloads that serve everybody. Default: `kubernetes`, the namespaces
       * `kube-*`.
       * @visibility backend
       */
      pools?: Array<{ name: string; match: WorkloadPattern[] }>;
    };
    /**
     * How cost that nobody caused alone is borne. Default `separate`.
     */
    allocation?: {
      /**
       * Idle capacity: `separate`, or `proportional` to what ran in its cluster.
       * @visibility backend
       */
      idle?: 'separate' | 'proportional';
      /**
       * Shared pools: `separate`, or `proportional` to all other workloads.
       * @visibility backend
       */
      shared?: 'separate' | 'proportional';
    };
    /**
     * Less volume than this gives no unit cost.
     */
    unitCosts?: {
      /**
       * Default 1000.
       * @visibility backend
       */
      minimumRequests?: number;
      /**
       * Default 100000.
       * @visibility backend
       */
      minimumTokens?: number;
    };
    sources?: Array<{
      /**
       * Unique name of the source.
       * @visibility backend
       */
      id: string;
      /**
       * `file`, `opencost`, `kubecost`, `focus`, `prometheus`, or a type that a
       * module adds.
       * @visibility backend
       */
      type: string;
      /**
       * ISO 4217 code of its amounts. Default `modelCost.currency`; another one needs
       * `rates`. Type `focus`: lines of another one are not counted.
       * @visibility backend
       */
      currency?: string;
      /**
       * How many of the latest days a scheduled run asks for. Default: 15 for
       * `opencost`, `kubecost` and `prometheus`, all for files.
       * @visibility backend
       */
      historyDays?: number;
      /**
       * As many of the latest days are read again, as late samples change them.
       * Default 3. Files are read again when they change.
       * @visibility backend
       */
      rereadDays?: number;
      /**
       * Types `file` and `focus`: the folder. A relative path counts from the working
       * directory and stays below it.
       * @visibility backend
       */
      target?: string;
      /**
       * Type `file`: what its days tell. Default `cost`.
       * @visibility backend
       */
      holds?: 'cost' | 'usage';
      /**
       * Moves the recorded days so that the last one is yesterday, for examples.
       * Screens say so.
       * @visibility backend
       */
      redate?: 'yesterday';
      /**
       * Type `focus`: the column that counts. Default `EffectiveCost`.
       * @visibility backend
       */
      metric?: 'EffectiveCost' | 'BilledCost' | 'ContractedCost' | 'ListCost';
      /**
       * Address of the server.
       * @visibility backend
       */
      baseUrl?: string;
      /**
       * @visibility backend
       */
      auth?: Auth;
      /**
       * Calls at the same time. Default 1; 2 for `prometheus`.
       * @visibility backend
       */
      concurrency?: number;
      /**
       * @visibility backend
       */
      limits?: Limits;
      /**
       * Ranges in CIDR notation that the guard against inner addresses lets through.
       * @visibility backend
       */
      allowedAddresses?: string[];
      /**
       * Types `opencost` and `kubecost`: at least this long between two questions.
       * @visibility backend
       */
      minInterval?: HumanDuration | string;
      /**
       * Types `opencost` and `kubecost`: name of the cluster where rows carry none.
       * @visibility backend
       */
      cluster?: string;
      /**
       * Types `opencost` and `kubecost`: only rows of these clusters.
       * @visibility backend
       */
      clusters?: string[];
      /**
       * Type `opencost`: tokens of `/inferenceCost` are read as well.
       * @visibility backend
       */
      inferenceCost?: boolean;
      /**
       * Type `kubecost`: costs as the cloud's bill has them, where it is there.
       * Default true.
       * @visibility backend
       */
      reconcile?: boolean;
      /**
       * Types `opencost` and `kubecost`: the Prometheus behind the server, to count
       * the samples of each day: a day without them is billed all the same.
       */
      prometheus?: {
        /**
         * @visibility backend
         */
        baseUrl: string;
        /**
         * @visibility backend
         */
        auth?: Auth;
        /**
         * @visibility backend
         */
        limits?: Limits;
        /**
         * @visibility backend
         */
        allowedAddresses?: string[];
      };
      /**
       * Type `prometheus`: queries for known servers and meshes; where two count the
       * same, the first one is believed.
       * @visibility backend
       */
      presets?: Array<
        'kserve' | 'knative' | 'vllm' | 'triton' | 'istio' | 'dcgm'
      >;
      /**
       * Type `prometheus`: queries of your own, before the presets. `$range` stands
       * for a day, `$by` for the labels to keep.
       * @visibility backend
       */
      queries?: Array<{
        measure:
          | 'requests'
          | 'failedRequests'
          | 'promptTokens'
          | 'generatedTokens'
          | 'gpuHoursUsed'
          | 'latencyP50'
          | 'latencyP95'
          | 'latencyP99';
        expr: string;
        /** Label of the metric by pod label of Modelyard. */
        labels?: { [podLabel: string]: string };
        /** Cut off the end of the service's name, such as `-predictor`. */
        strip?: string;
      }>;
      /**
       * Type `prometheus`: label of the metrics that names the cluster, to say of
       * each how much of a day was sampled. Default: all are one.
       * @visibility backend
       */
      clusterLabel?: string;
    }>;
  };
}
