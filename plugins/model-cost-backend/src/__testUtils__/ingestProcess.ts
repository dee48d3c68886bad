import { LoggerService } from '@backstage/backend-plugin-api';
import knexFactory from 'knex';
import { DatabaseLedgerStore } from '../database/DatabaseLedgerStore';
import { addDays } from '../domain/days';
import { SourceReader } from '../service/ingest/SourceReader';
import { FakeSource } from './FakeSource';
import { kubernetesRoller } from './rollers';
import { allocation, modelPod } from './sourceDays';

/*
 * Reads a source into a ledger until somebody kills it. The figures of a day say
 * which run read it, so that a day that is half of one and half of another shows.
 */

const quiet = () => undefined;
const logger: LoggerService = {
  error: quiet,
  warn: quiet,
  info: quiet,
  debug: quiet,
  child: () => logger,
};

const [config, run] = process.argv.slice(2);
const dayCount = 30;
const workloads = 200;

function createSource(cost: number): FakeSource {
  const source = new FakeSource();
  for (let index = 0; index < dayCount; index += 1)
    source.days.set(addDays('2026-10-01', index), {
      allocations: Array.from({ length: workloads }, (_, n) =>
        allocation(modelPod(`m${n % 20}`, '1'), cost, { controller: `c${n}` }),
      ),
    });
  return source;
}

async function main(): Promise<void> {
  const knex = knexFactory(JSON.parse(config));
  const store = DatabaseLedgerStore.create({ knex });
  const clock = () => new Date('2026-11-21T03:00:00Z');
  const reader = SourceReader.create({ store, logger, clock });
  await reader.read(
    {
      id: 'killed',
      type: 'made-up',
      redate: false,
      currency: 'USD',
      rereadDays: 0,
      source: createSource(Number(run)),
    },
    {
      isForced: true,
      roller: kubernetesRoller(),
      signal: new AbortController().signal,
      onDay: ({ isWritten }) => {
        if (isWritten) process.send?.('day');
      },
    },
  );
  await knex.destroy();
}

main().catch(() => {
  process.exitCode = 1;
});
