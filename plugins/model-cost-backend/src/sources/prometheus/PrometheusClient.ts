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

/** Seconds since 1970 of the last instant of a day. */
export function endOfDay(day: Day): number {
  return (
    DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toSeconds() - 1
  );
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
    const { value } = await this.http.json(
      {
        path: 'api/v1/query',
        query: { query, time: endOfDay(day) },
        signal,
      },
      answer,
    );
    // Its text may hold inner addresses, so it is not passed on.
    if (value.warnings?.length)
      throw new Error(
        'Prometheus answered with a warning, which means a part of the samples; look at the stores behind it',
      );
    return value.data.result.map(({ metric, value: [, text] }) => {
      const number = Number(text);
      return {
        labels: new Map(Object.entries(metric)),
        value: Number.isFinite(number) ? number : undefined,
      };
    });
  }

  /**
   * Share of a day, from 0 to 1, of which samples of any target are there, in steps
   * of five minutes.
   */
  async sampleShare(day: Day, signal: AbortSignal): Promise<number> {
    const [count] = await this.queryAt(sampledSteps, day, signal);
    return Math.min(1, (count?.value ?? 0) / stepsPerDay);
  }
}

const stepsPerDay = 288;

/**
 * Counts steps in which a sample of `up` was taken. An instant of a subquery looks
 * back and would fill gaps; a range as long as the step does not.
 */
const sampledSteps = 'count_over_time((count(count_over_time(up[5m])))[1d:5m])';
