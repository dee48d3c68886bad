import { CostConfig } from '../../config/readCostConfig';
import { FactStore } from '../../database/FactStore';
import { Roller } from '../../domain/rollUp/Roller';

/** Makes figures by the configuration and what is known of services and runs now. */
export async function createRoller(
  config: CostConfig,
  facts: FactStore,
): Promise<Roller> {
  return Roller.create({
    currency: config.currency,
    rates: config.rates,
    rules: config.rules,
    pools: config.pools,
    allocation: config.allocation,
    services: await facts.readServices(),
    versionOfRun: await facts.readRuns(),
  });
}
