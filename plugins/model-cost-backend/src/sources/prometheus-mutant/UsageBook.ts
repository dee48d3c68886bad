import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { SourceUsage } from '@modelyard/plugin-model-cost-node';
import { Sample } from './PrometheusClient';
import { quantileOf } from './quantileOf';
import { mayOverlap, nameOf, readSubject, Subject } from './readSubject';
import { UsageQuery } from './UsageQuery';

type Measure = UsageQuery['measure'];

interface Told {
  /** Preset or `queries` that told it. */
  origin: string;
  value: number;
  /** How many samples are in it. */
  samples: number;
  /** Of `latencyBuckets`: counts by bound in seconds. */
  buckets: Map<number, number>;
}

interface Entry {
  subject: Subject;
  told: Map<Measure, Told>;
}

const counts = [
  'requests',
  'failedRequests',
  'promptTokens',
  'generatedTokens',
] as const;
const latencies = [
  ['p50', 'latencyP50', 0.5],
  ['p95', 'latencyP95', 0.95],
  ['p99', 'latencyP99', 0.99],
] as const;

/**
 * Use of one day by service, model and version. Where several origins count the same
 * thing, as a mesh and the server behind it do, the first one is believed and the
 * others are told of, never added.
 */
export class UsageBook {
  private readonly entries = new Map<string, Entry>();
  /** Entries by service and by model, so that overlaps are found. */
  private readonly bySubject = new Map<string, Entry[]>();
  /** Who counted the same again: what was taken, by whom from whom. */
  private readonly twice = new Map<string, Set<string>>();
  /** Series that name nobody, by origin. */
  private readonly nameless = new Map<string, number>();

  /** Adds what a query found; those that go first are believed first. */
  add(query: UsageQuery, samples: Sample[]): void {
    for (const sample of samples) {
      if (sample.value === undefined) continue;
      const subject = readSubject(sample, query);
      const known = this.findOther(subject, query);
      if (nameOf(subject) === undefined) this.noteNameless(query, sample);
      else if (known) this.noteTwice(query, known);
      else this.put(subject, query, sample);
    }
  }

  /** Without those of whom nothing is known, such as an empty histogram. */
  get usage(): SourceUsage[] {
    return [...this.entries.values()].flatMap(toUsage);
  }

  get notices(): string[] {
    const twice = [...this.twice].map(
      ([who, measures]) => `${who} (${[...measures].join(', ')}).`,
    );
    const nameless = [...this.nameless].map(
      ([origin, count]) =>
        `Left out: ${count} series of ${origin} whose labels name neither service nor model.`,
    );
    return [...twice, ...nameless];
  }

  private noteTwice({ origin, measure }: UsageQuery, taken: Told): void {
    const who = `Counted by ${taken.origin} and again by ${origin}: taken from ${taken.origin}, not added`;
    const measures = this.twice.get(who) ?? new Set();
    this.twice.set(who, measures.add(shown(measure)));
  }

  private noteNameless({ origin }: UsageQuery, { value = 0 }: Sample): void {
    if (value > 0)
      this.nameless.set(origin, (this.nameless.get(origin) ?? 0) + 1);
  }

  private findOther(subject: Subject, query: UsageQuery): Told | undefined {
    for (const key of keysOf(subject))
      for (const entry of this.bySubject.get(key) ?? []) {
        const told = entry.told.get(query.measure);
        if (told && told.origin !== query.origin)
          if (mayOverlap(subject, entry.subject)) return told;
      }
    return undefined;
  }

  private put(subject: Subject, query: UsageQuery, sample: Sample): void {
    const { measure, origin, secondsPerUnit = 1 } = query;
    const { told } = this.entryOf(subject);
    const nothing = { origin, value: 0, samples: 0, buckets: new Map() };
    const known = told.get(measure) ?? nothing;
    told.set(measure, known);
    const value = sample.value ?? 0;
    known.value += value;
    known.samples += 1;
    if (measure !== 'latencyBuckets') return;
    const bound = toBound(sample.labels.get('le')) * secondsPerUnit;
    if (!Number.isNaN(bound))
      known.buckets.set(bound, (known.buckets.get(bound) ?? 0) + value);
  }

  private entryOf(subject: Subject): Entry {
    const key = JSON.stringify([...subject]);
    const known = this.entries.get(key);
    if (known) return known;
    const entry: Entry = { subject, told: new Map() };
    this.entries.set(key, entry);
    for (const one of keysOf(subject))
      this.bySubject.set(one, [...(this.bySubject.get(one) ?? []), entry]);
    return entry;
  }
}

function keysOf(subject: Subject): string[] {
  return [modelLabels.service, modelLabels.model].flatMap(key => {
    const value = subject.get(key);
    return value === undefined ? [] : [`${key} ${value}`];
  });
}

function toBound(text: string | undefined): number {
  return text === '+Inf' ? Infinity : Number(text);
}

function shown(measure: Measure): string {
  return measure === 'latencyBuckets' ? 'latency' : measure;
}

/** Quantiles of parts don't add, so that one of several parts stays unknown. */
function quantileOfEntry(
  told: Entry['told'],
  measure: Measure,
  quantile: number,
): number | undefined {
  const own = told.get(measure);
  if (own) return own.samples === 1 ? own.value : undefined;
  return quantileOf(quantile, told.get('latencyBuckets')?.buckets ?? new Map());
}

function toUsage({ subject, told }: Entry): SourceUsage[] {
  const usage: SourceUsage = { name: nameOf(subject) ?? '', labels: subject };
  for (const measure of counts) {
    const known = told.get(measure);
    if (known) usage[measure] = Math.round(known.value);
  }
  const gpuHours = told.get('gpuHoursUsed');
  if (gpuHours) usage.gpuHoursUsed = gpuHours.value;
  const known = latencies.flatMap(([name, measure, quantile]) => {
    const value = quantileOfEntry(told, measure, quantile);
    return value === undefined ? [] : [[name, value] as const];
  });
  if (known.length) usage.latencySeconds = Object.fromEntries(known);
  const isKnown = Object.keys(usage).length > 2;
  return isKnown ? [usage] : [];
}
