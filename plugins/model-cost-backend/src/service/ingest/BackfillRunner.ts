import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfiguredSource } from '../../config/readCostConfig';
import { Backfill, BackfillStore } from '../../database/BackfillStore';
import { addDays, Day } from '../../domain/days';
import { Roller } from '../../domain/rollUp/Roller';
import { messageOf } from './DayReader';
import { DayOutcome, SourceReader } from './SourceReader';

export interface BackfillRunnerOptions {
  store: BackfillStore;
  reader: SourceReader;
  sources: readonly ConfiguredSource[];
  createRoller: (signal: AbortSignal) => Promise<Roller>;
  logger: LoggerService;
  clock: () => Date;
}

/** Days after which progress is noted; they are read again after a kill. */
const windowDays = 10;

class StoppedError extends Error {}

/**
 * Works off backfills, one after the other. One that is interrupted goes on where
 * it was, in whichever process is next.
 */
export class BackfillRunner {
  private constructor(private readonly options: BackfillRunnerOptions) {}

  static create(options: BackfillRunnerOptions): BackfillRunner {
    return new BackfillRunner(options);
  }

  async run(signal: AbortSignal = new AbortController().signal): Promise<void> {
    for (;;) {
      const backfill = await this.options.store.next();
      if (!backfill || signal.aborted) return;
      await this.runOne(backfill, signal);
    }
  }

  private async runOne(backfill: Backfill, signal: AbortSignal): Promise<void> {
    const { store, clock, logger } = this.options;
    const finish = (
      state: 'succeeded' | 'failed' | 'stopped',
      message?: string,
    ) => store.finish(backfill.id, state, clock().toISOString(), message);
    try {
      if (backfill.isStopping) throw new StoppedError();
      await this.read(backfill, signal);
      await finish('succeeded');
    } catch (error) {
      if (error instanceof StoppedError) return finish('stopped');
      if (signal.aborted) return undefined;
      logger.error(
        `Backfill of cost source ${backfill.sourceId} failed: ${messageOf(error)}`,
      );
      await finish('failed', messageOf(error));
    }
    return undefined;
  }

  private async read(backfill: Backfill, signal: AbortSignal): Promise<void> {
    const { sources, reader, createRoller } = this.options;
    const source = sources.find(({ id }) => id === backfill.sourceId);
    if (!source)
      throw new Error('the source is no longer in modelCost.sources');
    const roller = await createRoller(signal);
    const counts = { ...backfill };
    for (const window of windowsOf(backfill)) {
      await reader.read(source, {
        ...window,
        isForced: true,
        acceptSuspect: backfill.acceptSuspect,
        roller,
        signal,
        onDay: outcome => this.note(counts, outcome),
      });
      await this.options.store.progress(backfill.id, {
        days: counts.days,
        written: counts.written,
        failed: counts.failed,
        doneFrom: window.from,
      });
    }
  }

  private async note(counts: Backfill, outcome: DayOutcome): Promise<void> {
    counts.days += 1;
    counts.written += Number(outcome.isWritten);
    counts.failed += Number(outcome.isFailed);
    if (await this.options.store.isStopping(counts.id))
      throw new StoppedError();
  }
}

/** What is left of the span, the latest days first. */
function windowsOf({ from, until, doneFrom }: Backfill) {
  const windows: { from: Day; until: Day }[] = [];
  let last = doneFrom ? addDays(doneFrom, -1) : until;
  while (last >= from) {
    const start = addDays(last, 1 - windowDays);
    windows.push({ from: start < from ? from : start, until: last });
    last = addDays(start, -1);
  }
  return windows;
}
