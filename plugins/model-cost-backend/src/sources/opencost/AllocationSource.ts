import { isError } from '@backstage/errors';
import { OutboundError } from '@modelyard/outbound-http';
import {
  CostSource,
  FailedSourceDay,
  ListedDay,
  SourceAllocation,
  SourceCallOptions,
  SourceDay,
  SourceSpan,
  SourceUsage,
} from '@modelyard/plugin-model-cost-node';
import { eachDay } from '../../domain/days';
import { toServerFailure, withoutAddress } from '../http/serverFailure';
import { PrometheusClient } from '../prometheus/PrometheusClient';
import { AllocationServer } from './AllocationServer';
import { parseAllocationDay } from './parseAllocationDay';
import { parseInferenceCost } from './parseInferenceCost';
import { parseNodeCost } from './parseNodeCost';

export interface AllocationSourceOptions {
  server: AllocationServer;
  /** The monitoring behind the server; without it no day in doubt is booked. */
  prometheus?: PrometheusClient;
  /** Name of the cluster, for rows that carry none. */
  cluster?: string;
  /** Only rows of these clusters; all where absent. */
  clusters?: ReadonlySet<string>;
  /** Tokens of models are asked for as well. */
  hasInferenceCost: boolean;
}

/** Days that Prometheus keeps unless told otherwise. */
const usualRetention = 15;

function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/**
 * Days of an OpenCost or of what speaks its language, asked for one at a time and
 * not aggregated, so that each row has its labels. None is believed for its status.
 */
export class AllocationSource implements CostSource {
  readonly provides: CostSource['provides'];
  readonly defaultHistoryDays = usualRetention;

  constructor(private readonly options: AllocationSourceOptions) {
    this.provides = options.hasInferenceCost ? ['cost', 'usage'] : ['cost'];
  }

  /** Whatever was asked for: only asking tells what the server still has. */
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
        const ofServer = toServerFailure(error, this.options.server.name);
        if (ofServer) throw ofServer;
        yield { day, failure: this.explain(error) };
      }
    }
  }

  async readSampleShare(
    day: string,
    { signal }: SourceCallOptions,
  ): Promise<number | undefined> {
    return this.options.prometheus?.sampleShare(day, signal);
  }

  private async readDay(day: string, signal: AbortSignal): Promise<SourceDay> {
    const { server } = this.options;
    const answer = await server.allocation(day, signal);
    const allocations = parseAllocationDay(answer, day).flatMap(row =>
      this.ofClusters(row),
    );
    if (!allocations.length) return { day, allocations };
    const notices: string[] = [];
    const nodeCost = await this.readNodeCost(day, signal, notices);
    const usage = await this.readTokens(day, signal, notices);
    return { day, allocations, nodeCost, usage, notices };
  }

  private ofClusters(row: SourceAllocation): SourceAllocation[] {
    const { cluster = '', clusters } = this.options;
    const named = row.cluster ? row : { ...row, cluster };
    return !clusters || clusters.has(named.cluster) ? [named] : [];
  }

  /** Without it the day is booked all the same, only not reconciled. */
  private async readNodeCost(
    day: string,
    signal: AbortSignal,
    notices: string[],
  ): Promise<number | undefined> {
    const { server, clusters } = this.options;
    // The nodes of one cluster can't be told apart in every release.
    if (clusters) return undefined;
    try {
      return parseNodeCost(await server.assets(day, signal));
    } catch (error) {
      signal.throwIfAborted();
      notices.push(
        `Not reconciled: ${server.name} did not say what its nodes cost (${this.explain(error)}).`,
      );
      return undefined;
    }
  }

  private async readTokens(
    day: string,
    signal: AbortSignal,
    notices: string[],
  ): Promise<SourceUsage[] | undefined> {
    const { server, hasInferenceCost } = this.options;
    if (!hasInferenceCost) return undefined;
    try {
      return parseInferenceCost(await server.inferenceCost(day, signal));
    } catch (error) {
      signal.throwIfAborted();
      const isOff =
        error instanceof OutboundError &&
        (error.status === 404 || error.status === 501);
      notices.push(
        isOff
          ? `No tokens: /inferenceCost is not enabled in ${server.name}; enable it there or remove inferenceCost from the source.`
          : `No tokens: ${this.explain(error)}.`,
      );
      return undefined;
    }
  }

  /** What the server itself says may hold inner addresses and queries. */
  private explain(error: unknown): string {
    if (!(error instanceof OutboundError)) return messageOf(error);
    const { name } = this.options.server;
    if (error.kind === 'timeout' || error.status === 504)
      return `${name} takes too long for a day; raise limits.requestTimeout of the source, or give ${name} more CPU`;
    if (error.status !== undefined && error.status >= 500)
      return `${name} answered ${error.status}: its Prometheus may be down; look at its log, then read the day again`;
    return withoutAddress(error, name);
  }
}
