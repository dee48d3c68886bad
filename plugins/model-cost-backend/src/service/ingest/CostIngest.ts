import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfiguredSource, CostConfig } from '../../config/readCostConfig';
import { LedgerStore } from '../../database/LedgerStore';
import { Roller } from '../../domain/rollUp/Roller';
import { messageOf } from './DayReader';
import { SourceReader } from './SourceReader';

export interface CostIngestOptions {
  store: LedgerStore;
  reader: SourceReader;
  config: CostConfig;
  /** Makes figures by the facts of now. */
  createRoller: (signal: AbortSignal) => Promise<Roller>;
  logger: LoggerService;
  clock: () => Date;
}

/** What a run did to one source. */
export interface IngestResult {
  sourceId: string;
  /** Days looked at. */
  days: number;
  /** Days written as a new revision. */
  written: number;
  /** Days that can't be read or believed. */
  failed: number;
  error?: string;
}

/** Reads the closed days of every source into the ledger, and keeps figures true. */
export class CostIngest {
  private constructor(private readonly options: CostIngestOptions) {}

  static create(options: CostIngestOptions): CostIngest {
    return new CostIngest(options);
  }

  /** One source that fails leaves the others as they are. */
  async run(
    signal: AbortSignal = new AbortController().signal,
  ): Promise<IngestResult[]> {
    const { config, createRoller, store, logger } = this.options;
    const results: IngestResult[] = [];
    if (signal.aborted) return results;
    const roller = await createRoller(signal);
    for (const source of config.sources) {
      if (signal.aborted) return results;
      results.push(await this.runSource(source, roller, signal));
    }
    if (signal.aborted) return results;
    const rerolled = await store.reroll(roller, signal);
    if (rerolled) logger.info('Made figures of cost anew', { days: rerolled });
    return results;
  }

  private async runSource(
    source: ConfiguredSource,
    roller: Roller,
    signal: AbortSignal,
  ): Promise<IngestResult> {
    const { store, reader, clock, logger } = this.options;
    const result: IngestResult = {
      sourceId: source.id,
      days: 0,
      written: 0,
      failed: 0,
    };
    try {
      await reader.read(source, {
        roller,
        signal,
        onDay: outcome => {
          result.days += 1;
          result.written += Number(outcome.isWritten);
          result.failed += Number(outcome.isFailed);
        },
      });
      logger.info('Read cost source', { ...result });
    } catch (error) {
      // What is booked stays, and the next run goes on behind it.
      if (signal.aborted) return result;
      result.error = messageOf(error);
      logger.error(`Cost source ${source.id} failed: ${result.error}`);
    }
    await store.recordCheck(source.id, clock().toISOString(), result.error);
    return result;
  }
}
