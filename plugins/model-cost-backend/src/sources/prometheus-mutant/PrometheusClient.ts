import { OutboundHttp } from '@modelyard/outbound-http';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { Day } from '../../domain/days';

const sample = z.object({
  metric: z.record(z.string(), z.string()),
  value: z.tuple([z.number(), z.string()]),
});

const answer = z.object({
  status: z.literal('success', {
    error: 'is not success; check the query in Prometheus itself',
  }),
  data: z.object({
    resultType: z.literal('vector', {
      error: 'is no vector; the query has to give one',
    }),
    result: z.array(sample),
  }),
  warnings: z.array(z.string()).nullish(),
});

/** One series at one time. Labels are names of others, so a map. */
export interface Sample {
  labels: ReadonlyMap<string, string>;
  /** Absent for NaN and infinite values. */
  value?: number;
}

/** The first second after a day, since 1970. */
function startOfNextDay(day: Day): number {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toSeconds();
}

/**
 * Seconds since 1970 of the last instant of a day. Not midnight, as a range includes
 * both of its ends and a sample taken then would belong to two days.
 */
function endOfDay(day: Day): number {
  return startOfNextDay(day) - 1;
}

/**
 * Remarks of Prometheus 2.47 to 2.53 on how a metric is named; they came among the
 * warnings before they had a place of their own.
 */
function isRemark(warning: string): boolean {
  return warning.startsWith('PromQL info:');
}

const stepsPerDay = 288;

/**
 * Counts steps in which a sample of `up` was taken. An instant of a subquery looks
 * back and would fill gaps; a range as long as the step does not. A step looks back
 * over the five minutes before it, so that of 00:00 is another day's.
 */
function sampledSteps(clusterLabel: string | undefined): string {
  const by = clusterLabel === undefined ? '' : ` by (${clusterLabel})`;
  return `count_over_time((count${by} (count_over_time(up[5m])))[86399s:5m])`;
}

/** Asks a Prometheus, or what speaks its language. */
export class PrometheusClient {
  constructor(private readonly http: OutboundHttp) {}

  /**
   * Evaluates a query at the last second of a day.
   *
   * @throws OutboundError, or Error when the answer is a part of one
   */
  async queryAt(
    query: string,
    day: Day,
    signal: AbortSignal,
  ): Promise<Sample[]> {
    return this.query(query, endOfDay(day), signal);
  }

  /**
   * Share of a day, from 0 to 1, of which samples of any target are there, in steps
   * of five minutes.
   */
  async sampleShare(day: Day, signal: AbortSignal): Promise<number> {
    const shares = await this.sampleShares(day, { signal });
    return shares.get('') ?? 0;
  }

  /**
   * The same by cluster, as a label names it; clusters without a sample are absent.
   * Without a label all is one, named ''.
   */
  async sampleShares(
    day: Day,
    options: { clusterLabel?: string; signal: AbortSignal },
  ): Promise<Map<string, number>> {
    const { clusterLabel, signal } = options;
    const counts = await this.query(
      sampledSteps(clusterLabel),
      startOfNextDay(day),
      signal,
    );
    return new Map(
      counts.map(({ labels, value = 0 }) => [
        labels.get(clusterLabel ?? '') ?? '',
        Math.min(1, value / stepsPerDay),
      ]),
    );
  }

  private async query(
    query: string,
    time: number,
    signal: AbortSignal,
  ): Promise<Sample[]> {
    const call = { path: 'api/v1/query', query: { query, time }, signal };
    const { value } = await this.http.json(call, answer);
    // Its text may hold inner addresses, so it is not passed on.
    if (value.warnings?.some(warning => !isRemark(warning)))
      throw new Error(
        'Prometheus answered with a warning, which means a part of the samples; look at the stores behind it, then read the day again',
      );
    return value.data.result.map(({ metric, value: [, text] }) => {
      const number = Number(text);
      return {
        labels: new Map(Object.entries(metric)),
        value: Number.isFinite(number) ? number : undefined,
      };
    });
  }
}
