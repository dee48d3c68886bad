import { isError } from '@backstage/errors';
import { OutboundError } from '@modelyard/outbound-http';
import {
  CostSource,
  FailedSourceDay,
  ListedDay,
  SourceCallOptions,
  SourceDay,
  SourceSpan,
} from '@modelyard/plugin-model-cost-node';
import { eachDay } from '../../domain/days';
import { collectUsage } from './collectUsage';
import { PrometheusClient } from './PrometheusClient';
import { toPromQl, UsageQuery } from './UsageQuery';

export interface PrometheusUsageSourceOptions {
  client: PrometheusClient;
  queries: UsageQuery[];
}

const enoughSamples = 0.9;
/** The first step of a day looks five minutes back into the one before. */
const noSamples = 0.01;
/** Retention of Prometheus unless it is told otherwise. */
const usualRetention = 15;

function explain(error: unknown): string {
  if (!(error instanceof OutboundError))
    return isError(error) ? error.message : String(error);
  if (error.status === 400 || error.status === 422)
    return 'Prometheus refuses a query; try the queries of the source in Prometheus itself';
  if (error.kind === 'timeout' || error.status === 503)
    return 'Prometheus takes too long for a day; raise limits.requestTimeout of the source or its own query.timeout';
  return error.message;
}

/** How models were used, from the counters of their servers, meshes and GPUs. */
export class PrometheusUsageSource implements CostSource {
  readonly provides = ['usage'] as const;
  readonly defaultHistoryDays = usualRetention;

  constructor(private readonly options: PrometheusUsageSourceOptions) {}

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
        if (error instanceof OutboundError && isOfServer(error)) throw error;
        yield { day, failure: explain(error) };
      }
    }
  }

  private async readDay(day: string, signal: AbortSignal): Promise<SourceDay> {
    const { client, queries } = this.options;
    const share = await client.sampleShare(day, signal);
    if (share < noSamples)
      throw new Error(
        'Prometheus has no samples of this day; it was down, or keeps fewer days',
      );
    const answers = await Promise.all(
      queries.map(async query => ({
        query,
        samples: await client.queryAt(toPromQl(query), day, signal),
      })),
    );
    const { usage, notices } = collectUsage(answers);
    if (share < enoughSamples)
      notices.push(
        `Prometheus has samples of ${Math.round(share * 100)} % of the day; what was used in the rest is not counted.`,
      );
    return { day, usage, notices };
  }
}

function isOfServer({ kind }: OutboundError): boolean {
  return ['refused-address', 'unreachable', 'tls', 'unauthorized'].includes(
    kind,
  );
}
