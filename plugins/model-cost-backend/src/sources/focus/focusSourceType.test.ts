import { ConfigReader } from '@backstage/config';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { SourceDay } from '@modelyard/plugin-model-cost-node';
import { describeCostSource } from '@modelyard/plugin-model-cost-node/testUtils';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readDecimal } from './decimal';
import { focusSourceType } from './focusSourceType';

jest.setTimeout(120_000);

const sample = readFileSync(
  join(
    resolvePackagePath('@modelyard/plugin-model-cost-backend'),
    'src/__fixtures__/focus-1.0/sample.csv',
  ),
);
const ever = { from: '0001-01-01', until: '9999-12-31' };
const { signal } = new AbortController();
const head =
  'ChargePeriodStart,ChargePeriodEnd,BillingCurrency,EffectiveCost,ServiceName,ResourceId,ServiceCategory,Tags';

function line(
  from: string,
  to: string,
  cost: string,
  more: { currency?: string; resource?: string; category?: string } = {},
) {
  const { currency = 'USD', resource = 'r', category = 'Compute' } = more;
  return `${from},${to},${currency},${cost},EC2,${resource},${category},`;
}

describe('a source of type focus', () => {
  const directory = createMockDirectory();

  function create(more: object = {}, currency = 'USD') {
    return focusSourceType.create({
      id: 'bill',
      config: new ConfigReader({ target: directory.path, ...more }),
      configKey: 'modelCost.sources[0]',
      currency,
      logger: mockServices.logger.mock(),
    });
  }

  async function listDays(source = create()) {
    const listed = await source.listDays(ever, { signal });
    return listed.map(({ day }) => day);
  }

  async function readAll(source = create()) {
    const days = new Map<string, SourceDay | string>();
    for await (const answer of source.readDays(await listDays(source), {
      signal,
    }))
      days.set(answer.day, 'failure' in answer ? answer.failure : answer);
    return days;
  }

  async function totals(source = create()) {
    return [...(await readAll(source))].map(([day, of]) => [
      day,
      typeof of === 'string'
        ? of
        : of.allocations?.reduce((sum, row) => sum + row.totalCost, 0),
    ]);
  }

  describeCostSource('a folder of FOCUS files', async () => {
    directory.setContent({
      'september.csv': sample,
      'broken.csv': [
        head,
        line('2024-08-31T00:00:00Z', '2024-09-01T00:00:00Z', 'x'),
      ].join('\n'),
    });
    return {
      source: create(),
      span: { from: '2024-08-01', until: '2024-09-30' },
      brokenDay: '2024-08-31',
      secrets: [directory.path],
    };
  });

  it.each(['EffectiveCost', 'BilledCost', 'ListCost'])(
    'has the sum of %s of a real export to the last micro',
    async metric => {
      directory.setContent({ 'september.csv.gz': gzipSync(sample) });
      const rows: Record<string, string>[] = parse(sample, { columns: true });
      const parts = rows
        .map(row => readDecimal(row[metric]) ?? 0n)
        .reduce((sum, cost) => sum + cost, 0n);
      const source = create({ metric });
      const sums = await totals(source);
      const micros = sums.reduce(
        (sum, [, total]) => sum + Math.round(Number(total) * 1e6),
        0,
      );
      // Each day is rounded once.
      const off = Math.abs(micros - Number(parts) / 1e6);
      expect(off).toBeLessThanOrEqual(0.5 * sums.length);
      expect(Math.abs(micros)).toBeGreaterThan(9e5);
    },
  );

  it('tells resources, tags and parts apart', async () => {
    directory.setContent({ 'september.csv': sample });
    const days = await readAll();
    const rows = [...days.values()].flatMap(day =>
      typeof day === 'string' ? [] : (day.allocations ?? []),
    );
    const storage = rows.find(row =>
      row.controller.includes('2b7e6ef8d799420f9aafb807'),
    );
    expect(storage).toMatchObject({
      kind: 'workload',
      controllerKind: 'resource',
      namespace: 'Storage Accounts',
      cluster: '/subscriptions/64e355d7-997c-491d-b0c1-8414dccfcf42',
    });
    expect(storage?.labels.get('CostCenter')).toBe('1234');
  });

  it('spreads a charge over its days and splits one at midnight, over a leap day', async () => {
    directory.setContent({
      'a.csv': [
        head,
        line('2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z', '29'),
        line('2028-02-28T18:00:00Z', '2028-02-29T06:00:00Z', '2'),
        line('2028-02-29T10:00:00Z', '2028-02-29T11:00:00Z', '-0.5'),
      ].join('\r\n'),
    });
    const sums = new Map(
      await totals().then(all => all.map(([d, t]) => [d, t])),
    );
    expect(sums.size).toBe(29);
    expect(sums.get('2028-02-01')).toBe(1);
    expect(sums.get('2028-02-28')).toBe(2);
    expect(sums.get('2028-02-29')).toBeCloseTo(1.5, 9);
  });

  it('counts no other currency, and says so', async () => {
    const inr = { currency: 'INR' };
    directory.setContent({
      'a.csv': [
        head,
        line('2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z', '2'),
        line('2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z', '90.5', inr),
      ].join('\n'),
    });
    expect((await readAll()).get('2026-01-01')).toMatchObject({
      allocations: [{ totalCost: 2 }],
      notices: [
        'Not counted: 1 lines of 90.50 INR; add a source of this folder with currency: INR.',
      ],
    });
    expect(await totals(create({}, 'INR'))).toEqual([['2026-01-01', 90.5]]);
  });

  it('reads tags of several clouds', async () => {
    const tags = (text: string) =>
      `2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,USD,1,S,${text.length},Compute,"${text.replaceAll('"', '""')}"`;
    directory.setContent({
      'a.csv': `\uFEFF${[
        head,
        tags('{"user:modelyard.io/model":"a","n":1,"gone":null}'),
        tags('[{"key":"modelyard_io_model","value":"b"}]'),
      ].join('\n')}`,
    });
    const day = (await readAll()).get('2026-01-01');
    if (!day || typeof day === 'string') throw new Error(day);
    const [first, second] = day.allocations ?? [];
    expect(first.labels.get('modelyard.io/model')).toBe('a');
    expect(first.labels.has('gone')).toBe(false);
    expect(second.labels.get('modelyard_io_model')).toBe('b');
  });

  it.each<[string, string[], string]>([
    [
      'no number',
      [line('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', 'N/A')],
      'a.csv, line 2, column EffectiveCost: "N/A" is no number',
    ],
    [
      'no time',
      [
        line('2026-01-01T00:00:00Z', 'soon', '1'),
        line('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '1'),
      ],
      'a.csv, line 2, column ChargePeriodEnd: "soon" is no time such as 2026-01-31T00:00:00Z',
    ],
    [
      'an end before its start',
      [
        line('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '1'),
        line('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z', '1'),
      ],
      'a.csv, line 3, column ChargePeriodEnd: is before ChargePeriodStart',
    ],
    [
      'a line too short',
      [line('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '1'), '2026-01-01'],
      'a.csv: line 3: has 1 cells instead of 8',
    ],
    [
      'an open quote',
      [line('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '1'), '"'],
      'a.csv: line 3: is no CSV (CSV_QUOTE_NOT_CLOSED)',
    ],
    [
      'bad tags',
      ['2026-01-01T00:00:00Z,2026-01-02T00:00:00Z,USD,1,S,r,Compute,{'],
      'a.csv, line 2, column Tags: is no JSON object of tags',
    ],
    [
      'a bad currency',
      [
        line('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '1', {
          currency: '$',
        }),
      ],
      'a.csv, line 2, column BillingCurrency: "$" is no ISO 4217 code',
    ],
  ])('fails the day of a line with %s', async (_, lines, message) => {
    directory.setContent({
      'a.csv': [head, ...lines].join('\n'),
      'b.csv': [
        head,
        line('2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z', '1'),
      ].join('\n'),
    });
    expect(await totals()).toEqual([
      ['2026-01-01', message],
      ['2026-01-05', 1],
    ]);
  });

  it.each([
    ['nothing.csv', '', 'nothing.csv: is empty'],
    [
      'old.csv',
      'a,b\n1,2\n',
      'old.csv: has no column BillingCurrency; export it as FOCUS 1.0 or later',
    ],
    [
      'cut.csv.gz',
      gzipSync(sample).subarray(0, 40),
      /^cut.csv.gz: can't be read to its end/,
    ],
  ])('says what is wrong with %s', async (name, content, message) => {
    directory.setContent({ [name]: content });
    await expect(listDays()).rejects.toThrow(message);
  });

  it('takes the same charges under two names for an error, parts for a whole', async () => {
    const lines = sample.toString('utf8').trimEnd().split('\n');
    const [first, ...rest] = lines;
    directory.setContent({
      'part-1.csv': [first, ...rest.filter((_, i) => i % 2)].join('\n'),
      'part-2.csv': [first, ...rest.filter((_, i) => !(i % 2))].join('\n'),
    });
    expect((await totals()).filter(([, t]) => typeof t === 'string')).toEqual(
      [],
    );
    directory.addContent({ 'corrected.csv': sample });
    const failures = (await totals()).filter(([, t]) => typeof t === 'string');
    expect(failures[0][1]).toMatch(
      /^corrected.csv and part-\d.csv hold the same charges; remove the older/,
    );
  });

  it('reads nothing of unchanged files to list them', async () => {
    directory.setContent({ 'a.csv': sample });
    const source = create();
    const marks = async () => source.listDays(ever, { signal });
    const before = await marks();
    const started = process.hrtime.bigint();
    expect(await marks()).toEqual(before);
    expect(process.hrtime.bigint() - started).toBeLessThan(1_000_000_000n);
    directory.addContent({
      'b.csv': [
        head,
        line('2024-09-05T00:00:00Z', '2024-09-06T00:00:00Z', '1'),
      ].join('\n'),
    });
    const after = new Map((await marks()).map(({ day, mark }) => [day, mark]));
    const changed = before.filter(({ day, mark }) => after.get(day) !== mark);
    expect(changed.map(({ day }) => day)).toEqual(['2024-09-05']);
  });

  it('holds no file in memory', async () => {
    const hour = (i: number) =>
      `2026-01-${String((i % 28) + 1).padStart(2, '0')}`;
    const rows = Array.from({ length: 100_000 }, (_, i) =>
      line(`${hour(i)}T00:00:00Z`, `${hour(i)}T01:00:00Z`, '0.000001', {
        resource: `r${i % 50}-${'x'.repeat(80)}`,
      }),
    );
    directory.setContent({ 'a.csv.gz': gzipSync([head, ...rows].join('\n')) });
    rows.length = 0;
    global.gc?.();
    const before = process.memoryUsage().heapUsed;
    const sums = await totals();
    const grown = process.memoryUsage().heapUsed - before;
    expect(sums).toHaveLength(28);
    const sum = sums.reduce((s, [, t]) => s + Number(t), 0);
    expect(sum).toBeCloseTo(0.1, 9);
    expect(grown).toBeLessThan(150 * 1024 * 1024);
  });

  it('names the key that is wrong', () => {
    expect(() => create({ metric: 'Cost' })).toThrow(
      /modelCost.sources\[0\].metric: "Cost" is unknown; there are EffectiveCost/,
    );
  });
});
