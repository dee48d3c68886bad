import {
  CostSource,
  FailedSourceDay,
  ListedDay,
  SourceCallOptions,
  SourceDay,
  SourceSpan,
} from '@modelyard/plugin-model-cost-node';
import { eachDay } from '../../domain/days';
import { toServerFailure } from '../http/serverFailure';
import { explainDayFailure } from './explainFailure';
import { PrometheusClient } from './PrometheusClient';
import { UsageBook } from './UsageBook';
import { toPromQl, UsageQuery } from './UsageQuery';

export interface PrometheusUsageSourceOptions {
  client: PrometheusClient;
  /** Those that go first are believed first. */
  queries: UsageQuery[];
  /** Label of the metrics that names the cluster. */
  clusterLabel?: string;
}

const enoughSamples = 0.9;
/** A sample at midnight sharp counts for the day before as well. */
const noSamples = 0.01;
/** Days that Prometheus keeps unless told otherwise. */
const usualRetention = 15;

/** How models were used, from the counters of their servers, meshes and GPUs. */
export class PrometheusUsageSource implements CostSource {
  readonly provides = ['usage'] as const;
  readonly defaultHistoryDays = usualRetention;

  constructor(private readonly options: PrometheusUsageSourceOptions) {}

  /** Whatever was asked for: only asking tells what Prometheus still has. */
  async listDays({ from, until }: SourceSpan): Promise<ListedDay[]> {
    return eachDay(from, until).map(day => ({ day }));
  }

  async *readDays(
    days: readonly string[],
    { signal }: SourceCallOptions,
  ): AsyncIterable<SourceDay | FailedSourceDay> {
    for (const day of days) {
      signal.throwIfAborted();
      try {
        yield await this.readDay(day, signal);
      } catch (error) {
        signal.throwIfAborted();
        const ofServer = toServerFailure(error, 'Prometheus');
        if (ofServer) throw ofServer;
        yield { day, failure: explainDayFailure(error) };
      }
    }
  }

  private async readDay(day: string, signal: AbortSignal): Promise<SourceDay> {
    const { client, clusterLabel } = this.options;
    const shares = await client.sampleShares(day, { clusterLabel, signal });
    if (![...shares.values()].some(share => share >= noSamples))
      throw new Error(
        'Prometheus has no samples of this day; it was down, or keeps fewer days than historyDays',
      );
    const book = await this.ask(day, signal);
    return {
      day,
      usage: book.usage,
      notices: [...book.notices, ...toGapNotices(shares)],
    };
  }

  /** The first failure stops the other queries: the day is lost with it. */
  private async ask(day: string, signal: AbortSignal): Promise<UsageBook> {
    const { client, queries } = this.options;
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    try {
      const answers = await Promise.all(
        queries.map(query => client.queryAt(toPromQl(query), day, either)),
      );
      const book = new UsageBook();
      queries.forEach((query, index) => book.add(query, answers[index]));
      return book;
    } finally {
      stop.abort();
    }
  }
}

function toGapNotices(shares: ReadonlyMap<string, number>): string[] {
  return [...shares]
    .filter(([, share]) => share < enoughSamples)
    .map(([cluster, share]) => {
      const where = cluster && ` of cluster ${cluster}`;
      return `Prometheus has samples of ${Math.round(share * 100)} % of the day${where}: what counters began, ended or lost in the gap is missing, and so are its GPU-hours.`;
    });
}
