import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import { ModelCostClient } from '@modelyard/plugin-model-cost-common';
import { DeliveryClient } from '@modelyard/plugin-model-delivery-common';
import { ScorecardClient } from '@modelyard/plugin-model-scorecard-common';
import { Command } from 'commander';
import { createFetch } from './http/createFetch';
import { Environment, GlobalOptions, readSettings } from './input/readSettings';
import { Output } from './output/Output';

/** What a command is run in. */
export interface CommandContext {
  output: Output;
  env: Environment;
}

/** One invocation: the portal it asks, and how it prints the answer. */
export interface Session {
  models: ModelCatalogClient;
  scorecards: ScorecardClient;
  costs: ModelCostClient;
  delivery: DeliveryClient;
  /** Address of the portal's backend. */
  url: string;
  output: Output;
  /** Print the portal's answer instead of a table. */
  json: boolean;
}

/**
 * Opens the session of a command from its options and the environment.
 *
 * @throws UsageError when it is not known where the portal is
 */
export function openSession(
  command: Command,
  { output, env }: CommandContext,
): Session {
  const options = command.optsWithGlobals<GlobalOptions>();
  const settings = readSettings(options, env);
  if (settings.token) output.hide(settings.token);
  const apis = {
    discoveryApi: {
      getBaseUrl: async (id: string) => `${settings.url}/api/${id}`,
    },
    fetchApi: { fetch: createFetch(settings) },
  };
  return {
    models: ModelCatalogClient.create(apis),
    scorecards: ScorecardClient.create(apis),
    costs: ModelCostClient.create(apis),
    delivery: DeliveryClient.create(apis),
    url: settings.url,
    output,
    json: options.json ?? false,
  };
}
