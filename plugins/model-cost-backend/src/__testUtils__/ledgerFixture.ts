import { mockServices } from '@backstage/backend-test-utils';
import { CostConfig } from '../config/readCostConfig';
import { readFigureConfig } from '../config/readFigureConfig';
import { BackfillRunner } from '../service/ingest/BackfillRunner';
import { CostIngest } from '../service/ingest/CostIngest';
import { createRoller } from '../service/ingest/createRoller';
import { SourceReader } from '../service/ingest/SourceReader';
import { LedgerReader } from '../service/LedgerReader';
import { FakeSource } from './FakeSource';
import { Stores } from './openDatabases';

/** What a test may say of the configuration; sources are called s0, s1, … */
export type FixtureConfig = Partial<CostConfig> & {
  currencies?: string[];
  rereadDays?: number;
};

/** A configuration of these sources. */
export function configOf(
  sources: FakeSource[],
  options: FixtureConfig = {},
): CostConfig {
  const { currencies = [], rereadDays = 3, ...config } = options;
  return {
    ...readFigureConfig(undefined),
    currency: 'USD',
    schedule: { frequency: { hours: 1 }, timeout: { hours: 1 } },
    sources: sources.map((source, index) => ({
      id: `s${index}`,
      type: 'fake',
      redate: source.redate,
      currency: currencies[index] ?? 'USD',
      rereadDays,
      source,
    })),
    ...config,
  };
}

/** A ledger at 2026-11-21T03:00Z that reads these sources. */
export function createLedger(
  stores: Stores,
  sources: FakeSource[],
  options: FixtureConfig = {},
) {
  const config = configOf(sources, options);
  const time = { now: new Date('2026-11-21T03:00:00Z') };
  const clock = () => time.now;
  const logger = mockServices.logger.mock();
  const reader = SourceReader.create({ store: stores.ledger, logger, clock });
  const shared = {
    reader,
    logger,
    clock,
    createRoller: () => createRoller(config, stores.facts),
  };
  return {
    config,
    time,
    logger,
    ingest: CostIngest.create({ ...shared, store: stores.ledger, config }),
    backfills: BackfillRunner.create({
      ...shared,
      store: stores.queue,
      sources: config.sources,
    }),
    ledger: LedgerReader.create({ store: stores.costs, config, clock }),
  };
}

/** Total of the model `m` by day, over the last thirty. */
export async function readTotals({
  ledger,
}: Pick<ReturnType<typeof createLedger>, 'ledger'>) {
  const rows = await ledger.readRows({ models: ['m'] }, await ledger.open({}));
  return rows.map(row => [row.day, row.amounts.total]);
}
