import { ModelRow } from '@modelyard/plugin-model-catalog-common';

/** Aliases that registries set on the version in production, the likeliest first. */
const productionAliases = ['champion', 'production', 'prod'];

/** A version, and why it is the one to look at. */
export interface ChosenVersion {
  version: string;
  /** Alias by which it is the production version; absent for the newest. */
  alias?: string;
}

/** The version that an alias marks as the production one, else the newest. */
export function chooseVersion(model: ModelRow): ChosenVersion | undefined {
  const alias = productionAliases.find(name => model.aliases[name]);
  if (alias) return { version: model.aliases[alias], alias };
  return model.latestVersion && { version: model.latestVersion.version };
}
