export interface Config {
  modelDelivery?: {
    /**
     * Names of the environments, in the order of promotion.
     * Default `[dev, staging, prod]`.
     * @visibility frontend
     */
    environments?: string[];
    /** What compute costs in the clusters. Without it the form shows no prices. */
    compute?: {
      /**
       * ISO 4217.
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
  };
}
