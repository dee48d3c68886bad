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
  };
}
