import { Config } from '@backstage/config';

/** Groups of the portal's permission policy, as entity refs. */
export interface PolicyGroups {
  administrators: string[];
  reviewers: string[];
  finops: string[];
}

/** Reads `permission.groups`; every list may be empty, none may be missing. */
export function readPolicyGroups(config: Config): PolicyGroups {
  const groups = config.getConfig('permission.groups');
  return {
    administrators: groups.getStringArray('administrators'),
    reviewers: groups.getStringArray('reviewers'),
    finops: groups.getStringArray('finops'),
  };
}
