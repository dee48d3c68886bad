import {
  modelLabels,
  toLabelValue,
} from '@modelyard/plugin-model-catalog-common';
import { SourceUsage } from '@modelyard/plugin-model-cost-node';
import { Sample } from './PrometheusClient';
import { copiedLabels, UsageQuery, UsageQueryMeasure } from './UsageQuery';

/** A query with what Prometheus answered. */
export interface Answered {
  query: UsageQuery;
  samples: Sample[];
}

interface Collected {
  labels: Map<string, string>;
  /** With the origin that told it. */
  values: Map<UsageQueryMeasure, { value: number; origin: string }>;
}

/** What KServe and Knative append to the name of a service. */
const suffix = /(-predictor)?(-default|-canary)?(-\d{5})?$/;

function serviceOf(name: string): string {
  return name.replace(suffix, '') || name;
}

function labelsOf(
  { labels: sample }: Sample,
  query: UsageQuery,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const key of Object.values(modelLabels)) {
    const copied = copiedLabels(key).map(name => sample.get(name));
    const own = sample.get(query.labels.get(key) ?? '');
    const named = key === modelLabels.service && own ? serviceOf(own) : own;
    const value = copied.find(Boolean) ?? named;
    const label = value && toLabelValue(value);
    if (label) found.set(key, label);
  }
  return found;
}

/** Service or model, with the version where it is told. */
function nameOf(labels: ReadonlyMap<string, string>): string | undefined {
  const name = labels.get(modelLabels.service) ?? labels.get(modelLabels.model);
  const version = labels.get(modelLabels.modelVersion);
  return name && version ? `${name}:${version}` : name;
}

const counts = [
  'requests',
  'failedRequests',
  'promptTokens',
  'generatedTokens',
] as const;

function toUsage(name: string, { labels, values }: Collected): SourceUsage {
  const usage: SourceUsage = { name, labels };
  for (const measure of counts) {
    const known = values.get(measure);
    if (known) usage[measure] = Math.round(Math.max(0, known.value));
  }
  const gpuHours = values.get('gpuHoursUsed');
  if (gpuHours) usage.gpuHoursUsed = Math.max(0, gpuHours.value);
  const latency = {
    p50: values.get('latencyP50')?.value,
    p95: values.get('latencyP95')?.value,
    p99: values.get('latencyP99')?.value,
  };
  if (Object.values(latency).some(value => value !== undefined))
    usage.latencySeconds = latency;
  return usage;
}

/**
 * Puts what the queries found together by service or model. Where several count the
 * same thing, as a mesh and the server behind it do, the first one is believed and
 * the others are told of, never added.
 */
export function collectUsage(answers: Answered[]): {
  usage: SourceUsage[];
  notices: string[];
} {
  const collected = new Map<string, Collected>();
  const twice = new Set<string>();
  for (const { query, samples } of answers)
    for (const sample of samples) {
      const labels = labelsOf(sample, query);
      const name = nameOf(labels);
      if (name === undefined || sample.value === undefined) continue;
      const entry = collected.get(name) ?? { labels, values: new Map() };
      collected.set(name, entry);
      for (const [key, value] of labels)
        if (!entry.labels.has(key)) entry.labels.set(key, value);
      const known = entry.values.get(query.measure);
      const { origin } = query;
      if (!known)
        entry.values.set(query.measure, { value: sample.value, origin });
      else if (known.origin === origin) known.value += sample.value;
      else twice.add(`${query.measure} from ${known.origin}, not ${origin}`);
    }
  return {
    usage: [...collected].map(([name, entry]) => toUsage(name, entry)),
    notices: [...twice].map(
      what => `Counted more than once by different metrics; taken: ${what}.`,
    ),
  };
}
