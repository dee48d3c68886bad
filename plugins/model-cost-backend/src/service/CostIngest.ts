import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { ConfiguredSource, CostConfig } from '../config/readCostConfig';
import { CostStore } from '../database/CostStore';
import { bookDay, BookedDay, UnbookedDay } from '../domain/bookDay';
import { Day, lastClosedDay } from '../domain/days';

export interface CostIngestOptions {
  store: CostStore;
  config: CostConfig;
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
  error?: string;
}

const maxMessageLength = 500;
const endOfTime: Day = '9999-12-31';
/** Days that are read and written at once. */
const batchSize = 10;

function messageOf(error: unknown): string {
  const message = isError(error) ? error.message : String(error);
  return message.slice(0, maxMessageLength);
}

/** Reads the closed days of every source into the ledger. */
export class CostIngest {
  private constructor(private readonly options: CostIngestOptions) {}

  static create(options: CostIngestOptions): CostIngest {
    return new CostIngest(options);
  }

  /** One source that fails leaves the others as they are. */
  async run(signal?: AbortSignal): Promise<IngestResult[]> {
    const results: IngestResult[] = [];
    for (const source of this.options.config.sources) {
      if (signal?.aborted) break;
      results.push(await this.runSource(source, signal));
    }
    return results;
  }

  private async runSource(
    source: ConfiguredSource,
    signal?: AbortSignal,
  ): Promise<IngestResult> {
    const { store, clock, logger } = this.options;
    const result: IngestResult = { sourceId: source.id, days: 0, written: 0 };
    try {
      const days = await source.source.listDays(this.untilOf(source));
      for (let start = 0; start < days.length; start += batchSize) {
        if (signal?.aborted) break;
        const batch = days.slice(start, start + batchSize);
        const booked = await Promise.all(
          batch.map(day => this.readDay(source, day)),
        );
        const at = clock().toISOString();
        result.written += await store.bookDays(source.id, booked, at);
        result.days += batch.length;
      }
      logger.info('Read cost source', { ...result });
    } catch (error) {
      result.error = messageOf(error);
      logger.error(`Cost source ${source.id} failed: ${result.error}`);
    }
    await store.recordCheck(source.id, clock().toISOString(), result.error);
    return result;
  }

  /**
   * Redated days are whole whenever they were recorded, also where the clock is
   * behind them.
   */
  private untilOf({ redate }: ConfiguredSource): Day {
    return redate ? endOfTime : lastClosedDay(this.options.clock());
  }

  private async readDay(
    { id, source }: ConfiguredSource,
    day: Day,
  ): Promise<BookedDay | UnbookedDay> {
    try {
      const content = await source.readDay(day);
      return bookDay(day, content, this.options.config.currency);
    } catch (error) {
      const message = messageOf(error);
      this.options.logger.warn(`Cost source ${id}, ${day}: ${message}`);
      return { day, state: 'failed', message };
    }
  }
}
