/* eslint jest/no-export: 0 -- this is a suite for others to run */
import { CostSource, SourceSpan } from '../sources/CostSource';
import {
  FailedSourceDay,
  SourceAllocation,
  SourceDay,
} from '../sources/SourceDay';

/**
 * A source at work, made anew for each test.
 *
 * @public
 */
export interface CostSourceUnderTest {
  source: CostSource;
  /** A span of which the source has at least two days, and lacks one. */
  span: SourceSpan;
  /** A day of the span that can't be read; absent where none can be made. */
  brokenDay?: string;
  /** Texts that no message may hold, such as a token or an inner address. */
  secrets?: string[];
  close?: () => Promise<void>;
}

const tolerance = 1e-4;
const partNames = [
  'cpu',
  'ram',
  'gpu',
  'storage',
  'network',
  'loadBalancer',
  'shared',
  'external',
] as const;

async function readAll(
  source: CostSource,
  days: string[],
  signal = new AbortController().signal,
) {
  const read: (SourceDay | FailedSourceDay)[] = [];
  for await (const day of source.readDays(days, { signal })) read.push(day);
  return read.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function textOf(allocation: SourceAllocation): string {
  return JSON.stringify({
    ...allocation,
    labels: [...allocation.labels].sort(),
    namespaceLabels: [...(allocation.namespaceLabels ?? [])].sort(),
  });
}

/** The rows of a day in an order of their own. */
function rowsOf(day: SourceDay | FailedSourceDay): string[] {
  if ('failure' in day) return [day.failure];
  return [
    ...(day.allocations ?? []).map(textOf),
    ...(day.usage ?? []).map(usage =>
      JSON.stringify({ ...usage, labels: [...usage.labels].sort() }),
    ),
  ].sort();
}

function expectKnownNumbers(values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    expect({ name, isKnown: Number.isFinite(value) }).toEqual({
      name,
      isKnown: true,
    });
  }
}

function expectSound(day: SourceDay): void {
  for (const { costs, totalCost, quantities = {} } of day.allocations ?? []) {
    expectKnownNumbers({ ...costs, ...quantities, totalCost });
    const parts = partNames.reduce((sum, name) => sum + costs[name], 0);
    expect(Math.abs(parts - totalCost)).toBeLessThanOrEqual(tolerance);
  }
  for (const { name, labels, latencySeconds, ...numbers } of day.usage ?? [])
    expectKnownNumbers({ ...numbers, ...latencySeconds });
}

/**
 * What every cost source owes the ledger, as tests.
 *
 * @public
 */
export function describeCostSource(
  name: string,
  create: () => Promise<CostSourceUnderTest>,
): void {
  describe(`${name}, as every cost source`, () => {
    let subject: CostSourceUnderTest;
    const signal = new AbortController().signal;
    const list = async (span: SourceSpan) =>
      (await subject.source.listDays(span, { signal })).map(({ day }) => day);

    beforeEach(async () => {
      subject = await create();
    });
    afterEach(() => subject.close?.());

    it('lists days within the span, ascending, each once', async () => {
      const days = await list(subject.span);
      expect(days.length).toBeGreaterThanOrEqual(2);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days[0] >= subject.span.from).toBe(true);
      expect(days[days.length - 1] <= subject.span.until).toBe(true);
      const until = days[days.length - 2];
      expect(await list({ ...subject.span, until })).toEqual(days.slice(0, -1));
      expect(await list({ ...subject.span, from: days[1] })).toEqual(
        days.slice(1),
      );
    });

    it('answers every day it is asked for, once, with sound numbers', async () => {
      const days = await list(subject.span);
      const read = await readAll(subject.source, days);
      expect(read.map(({ day }) => day)).toEqual(days);
      const whole = read.flatMap(day => ('failure' in day ? [] : [day]));
      expect(whole.length).toBeGreaterThanOrEqual(1);
      for (const day of whole) {
        expect(day.allocations !== undefined).toBe(
          subject.source.provides.includes('cost'),
        );
        const { provides } = subject.source;
        expect(day.usage === undefined || provides.includes('usage')).toBe(
          true,
        );
        expectSound(day);
      }
    });

    it('tells the same twice', async () => {
      const [day] = await list(subject.span);
      const [first] = await readAll(subject.source, [day]);
      const [second] = await readAll(subject.source, [day]);
      expect(rowsOf(second)).toEqual(rowsOf(first));
    });

    it('reads nothing when asked for nothing', async () => {
      expect(await readAll(subject.source, [])).toEqual([]);
    });

    it('stops with the reason it was told to stop for', async () => {
      const reason = new Error('the run was stopped');
      const days = await list(subject.span);
      await expect(
        readAll(subject.source, days, AbortSignal.abort(reason)),
      ).rejects.toBe(reason);
    });

    it('tells a day that can not be read apart, without secrets', async () => {
      const { brokenDay, source, secrets = [] } = subject;
      if (brokenDay === undefined) return;
      const days = await list(subject.span);
      const other = days.find(day => day !== brokenDay) ?? '';
      const read = await readAll(source, [brokenDay, other]);
      const broken = read.find(({ day }) => day === brokenDay);
      expect(broken).toEqual({
        day: brokenDay,
        failure: expect.stringMatching(/\S+ \S+/),
      });
      for (const secret of secrets)
        expect(JSON.stringify(broken)).not.toContain(secret);
      expect(read.find(({ day }) => day === other)).not.toHaveProperty(
        'failure',
      );
    });
  });
}
