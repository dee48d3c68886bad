export interface Config {
  auth?: {
    providers?: {
      /** Demo personas; refused with NODE_ENV=production. */
      personas?: {
        /** Names of User entities in the default namespace. */
        users: string[];
      };
    };
  };
}
