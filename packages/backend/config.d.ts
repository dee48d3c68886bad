export interface Config {
  permission?: {
    /** Who may do what in this portal; entity refs of groups. */
    groups?: {
      /** May do everything. */
      administrators: string[];
      /** May review versions and register risk tiers. */
      reviewers: string[];
      /** May see the spend of every team. */
      finops: string[];
    };
  };
}
