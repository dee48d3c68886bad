import { SourceUsage } from '@modelyard/plugin-model-cost-node';
import { toMicros } from './amounts';
import { attribute, Attribution, labelDimensions } from './attribution';

/** Use of one model, version or service on one day. */
export interface BookedUsage {
  /** What its labels say. */
  attribution: Attribution;
  /** Counts; absent where the source does not tell them. */
  requests?: number;
  failedRequests?: number;
  promptTokens?: number;
  generatedTokens?: number;
  /** Millionths of an hour. */
  gpuHoursUsed?: number;
  /** Microseconds; absent where rows were added up, as quantiles don't add. */
  latencyP50?: number;
  latencyP95?: number;
  latencyP99?: number;
}

const counts = [
  'requests',
  'failedRequests',
  'promptTokens',
  'generatedTokens',
  'gpuHoursUsed',
] as const;
const quantiles = ['latencyP50', 'latencyP95', 'latencyP99'] as const;

/** Numbers of a usage, in the order in which they are stored. */
export const usageMeasures = [...counts, ...quantiles] as const;
export type UsageMeasure = (typeof usageMeasures)[number];

function count(name: string, value: number | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!Number.isFinite(value) || value < 0)
    throw new Error(`usage of ${name} counts ${value}; check its query`);
  return Math.round(value);
}

function toUsage(source: SourceUsage): BookedUsage {
  const { name, latencySeconds = {} } = source;
  const micros = (value: number | undefined) =>
    value === undefined ? undefined : toMicros(value);
  const usage: BookedUsage = {
    attribution: attribute(source.labels).attribution,
    requests: count(name, source.requests),
    failedRequests: count(name, source.failedRequests),
    promptTokens: count(name, source.promptTokens),
    generatedTokens: count(name, source.generatedTokens),
    gpuHoursUsed: micros(source.gpuHoursUsed),
    latencyP50: micros(latencySeconds.p50),
    latencyP95: micros(latencySeconds.p95),
    latencyP99: micros(latencySeconds.p99),
  };
  return usage;
}

function addUsage(target: BookedUsage, other: BookedUsage): void {
  for (const name of counts) {
    const value = other[name];
    if (value !== undefined) target[name] = (target[name] ?? 0) + value;
  }
  for (const name of quantiles) target[name] = undefined;
}

/** Text by which uses of the same labels are known. */
export function identityOfUsage({ attribution }: BookedUsage): string {
  return JSON.stringify(labelDimensions.map(name => attribution[name] ?? null));
}

/**
 * Adds up the use of a day by labels.
 *
 * Throws when a count is negative or no number.
 */
export function bookUsage(rows: SourceUsage[]): BookedUsage[] {
  const byLabels = new Map<string, BookedUsage>();
  for (const row of rows) {
    const usage = toUsage(row);
    const key = identityOfUsage(usage);
    const known = byLabels.get(key);
    if (known) addUsage(known, usage);
    else byLabels.set(key, usage);
  }
  return [...byLabels.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, usage]) => usage);
}
