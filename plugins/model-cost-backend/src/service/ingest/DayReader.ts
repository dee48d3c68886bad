import { LoggerService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { FailedSourceDay, SourceDay } from '@modelyard/plugin-model-cost-node';
import { ConfiguredSource } from '../../config/readCostConfig';
import { KnownDay, LedgerStore } from '../../database/LedgerStore';
import {
  bookDay,
  BookedDay,
  DayTotals,
  UnbookedDay,
} from '../../domain/bookDay';
import { addDays, Day } from '../../domain/days';
import { doubtDay } from '../../domain/doubtDay';

const maxMessageLength = 500;
/** Days before and after by which a day is judged. */
const daysAround = 14;
/** With this share of its samples a day is as it was. */
const enoughSamples = 0.9;

export function messageOf(error: unknown): string {
  const message = isError(error) ? error.message : String(error);
  return message.slice(0, maxMessageLength);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function withNotice(booked: BookedDay, notice: string): BookedDay {
  return { ...booked, notices: [...booked.notices, notice] };
}

export interface DayReaderOptions {
  store: Pick<LedgerStore, 'listKnownDays'>;
  logger: LoggerService;
  /** Days that look incomplete are booked as they are. */
  acceptSuspect: boolean;
}

/** Turns what a source says of a day into what is booked of it. */
export class DayReader {
  private constructor(private readonly options: DayReaderOptions) {}

  static create(options: DayReaderOptions): DayReader {
    return new DayReader(options);
  }

  /** Never throws for what is wrong with the day: then it is failed, and why. */
  async book(
    source: ConfiguredSource,
    answer: SourceDay | FailedSourceDay,
    signal: AbortSignal,
  ): Promise<BookedDay | UnbookedDay> {
    const { day } = answer;
    const booked = this.tryBook(source, answer);
    if (booked.state !== 'ok' || !booked.totals) return booked;
    const doubt = await this.doubt(source, booked.totals, day);
    if (doubt !== undefined && this.options.acceptSuspect)
      return withNotice(booked, `Booked as accepted: ${doubt}.`);
    const share = await this.sampleShare(source, day, signal);
    if (doubt !== undefined) return this.settle(source, booked, doubt, share);
    if (share === undefined || share >= enoughSamples) return booked;
    return withNotice(
      booked,
      `Only ${percent(share)} of the day's samples are there. Unless they were dropped later, pods that ran at its start and at its end are billed in full and the others for less than they ran.`,
    );
  }

  private tryBook(
    source: ConfiguredSource,
    answer: SourceDay | FailedSourceDay,
  ): BookedDay | UnbookedDay {
    const { day } = answer;
    try {
      if ('failure' in answer) throw new Error(answer.failure);
      return bookDay(answer, source.currency);
    } catch (error) {
      const message = messageOf(error);
      this.options.logger.warn(`Cost source ${source.id}, ${day}: ${message}`);
      return { day, state: 'failed', message };
    }
  }

  /** Only a source that measures can measure too little. */
  private async doubt(
    { id, source }: ConfiguredSource,
    totals: DayTotals,
    day: Day,
  ): Promise<string | undefined> {
    if (!source.readSampleShare) return undefined;
    const known = await this.options.store.listKnownDays(
      id,
      addDays(day, -daysAround),
      addDays(day, daysAround),
    );
    const isBooked = (other: KnownDay) => other.totals !== undefined;
    const around = known.filter(other => other.day !== day && isBooked(other));
    return doubtDay(
      totals,
      known.find(other => other.day === day)?.totals,
      around.flatMap(other => other.totals ?? []),
    );
  }

  private settle(
    source: ConfiguredSource,
    booked: BookedDay,
    doubt: string,
    share: number | undefined,
  ): BookedDay | UnbookedDay {
    const { day } = booked;
    if (share !== undefined && share >= enoughSamples) return booked;
    const message =
      share === undefined
        ? `looks incomplete: ${doubt}. Name the source's Prometheus in the configuration so that its samples can be counted, or read the day again and accept it as it is`
        : `${percent(share)} of its samples are there: ${doubt}. Read the day again when they are back, or accept it as it is`;
    this.options.logger.warn(`Cost source ${source.id}, ${day}: ${message}`);
    return { day, state: 'failed', message };
  }

  private async sampleShare(
    { id, source }: ConfiguredSource,
    day: Day,
    signal: AbortSignal,
  ): Promise<number | undefined> {
    try {
      return await source.readSampleShare?.(day, { signal });
    } catch (error) {
      signal.throwIfAborted();
      this.options.logger.warn(
        `Cost source ${id}, ${day}: its samples can't be counted: ${messageOf(error)}`,
      );
      return undefined;
    }
  }
}
