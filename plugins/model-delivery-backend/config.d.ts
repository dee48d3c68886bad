export interface Config {
  modelDelivery?: {
    /** Where the repositories of services live. */
    git?: {
      /**
       * Only `embedded`: bare repositories in a directory of ours.
       * @visibility backend
       */
      type?: 'embedded';
      /**
       * Directory of the repositories; relative to where the backend starts.
       * Default `./.modelyard/git`.
       * @visibility backend
       */
      directory?: string;
      /**
       * Longest time that one Git process may take. Default 120.
       * @visibility backend
       */
      timeoutSeconds?: number;
      /**
       * Largest push. Default 25.
       * @visibility backend
       */
      maxPushMegabytes?: number;
      /**
       * Longest time that checking one push may take. Default 20.
       * @visibility backend
       */
      hookSeconds?: number;
      /**
       * Regular expressions of what looks like a secret and is none.
       * @visibility backend
       */
      allowedSecrets?: string[];
      /**
       * Git servers that are no integration, on which repositories may lie.
       * Those of `integrations` need not be named.
       */
      remotes?: {
        /**
         * What addresses of its repositories begin with, such as
         * `https://git.example.com/models`.
         * @visibility backend
         */
        baseUrl: string;
        /** @visibility backend */
        username?: string;
        /** @visibility secret */
        password?: string;
      }[];
    };
    /**
     * Names of the environments, in the order of promotion.
     * Default `[dev, staging, prod]`.
     * @visibility frontend
     */
    environments?: string[];
    /**
     * Controller of services whose form names none. Default `argocd`.
     * @visibility frontend
     */
    controller?: 'argocd' | 'flux';
    /**
     * What compute costs in the clusters, for estimates before anything runs.
     * Without it nothing is estimated.
     */
    compute?: {
      /**
       * ISO 4217. Must be the currency of `modelCost` for what was measured to
       * be compared with it.
       * @visibility frontend
       */
      currency: string;
      /**
       * Of one core for an hour.
       * @visibility frontend
       */
      cpuHour: number;
      /**
       * Of one GiB of memory for an hour.
       * @visibility frontend
       */
      memoryGibHour: number;
      /**
       * Of one device for an hour, by extended resource such as
       * `nvidia.com/gpu`.
       * @deepVisibility frontend
       */
      gpuHour?: { [resource: string]: number };
      /**
       * Sizes that the form offers.
       * @deepVisibility frontend
       */
      presets?: {
        /** Unique among the presets. */
        name: string;
        title?: string;
        /** Cores: `2`, `500m`. */
        cpu: string;
        /** Bytes: `1Gi`. */
        memory: string;
        gpu?: { resource: string; count: number; product?: string };
      }[];
    };
    /** What holds for every service; policies of the cluster hold it too. */
    rules?: {
      /**
       * Beginnings of image names: hosts, or hosts with a path. Every registry
       * when absent.
       * @visibility backend
       */
      registries?: string[];
      /**
       * SPDX ids that licences of models may consist of. Every licence when
       * absent.
       * @visibility backend
       */
      licenses?: string[];
      /**
       * Who must have signed an image, keyless. Nobody when absent.
       * @visibility backend
       */
      signers?: { issuer: string; subject: string }[];
      /** How nodes that may be taken away are found. Default: Karpenter's label. */
      spot?: {
        /** @visibility backend */
        nodeSelector: { [label: string]: string };
        /** @visibility backend */
        tolerations?: { key: string; value?: string }[];
      };
    };
  };
}
