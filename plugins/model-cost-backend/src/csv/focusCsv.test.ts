import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noAmounts } from '../domain/amounts';
import { FocusEntry, focusHeader, focusLines } from './focusCsv';

interface SpecifiedColumn {
  id: string;
  level: 'Mandatory' | 'Conditional' | 'Recommended';
  nulls: 'True' | 'False';
  type: 'String' | 'Decimal' | 'Date/Time' | 'JSON';
  allowed: string[];
}

const { columns }: { columns: SpecifiedColumn[] } = JSON.parse(
  readFileSync(
    join(
      resolvePackagePath('@modelyard/plugin-model-cost-backend'),
      'src/__fixtures__/focus-spec-1.2/columns.json',
    ),
    'utf8',
  ),
);

const entries: FocusEntry[] = [
  {
    day: '2028-02-29',
    kind: 'model',
    attribution: {
      model: '=cmd|x',
      version: '7',
      service: '@s',
      costCenter: 'cc-42',
      activity: 'training',
    },
    amounts: { ...noAmounts(), cpu: 1_500_000, rounding: 1, total: 1_500_001 },
    total: 1_500_001,
  },
  { day: '2028-02-29', kind: 'unattributed', attribution: {}, total: 2 },
  { day: '2028-12-31', kind: 'idle', attribution: {}, total: -3 },
];

const rows: Record<string, string>[] = parse(
  focusHeader() + focusLines(entries, 'USD'),
  { columns: true },
);

const formats: Record<SpecifiedColumn['type'], RegExp> = {
  String: /^[^\r\n]*$/,
  Decimal: /^-?\d+(\.\d+)?$/,
  'Date/Time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/,
  JSON: /^\{.*\}$/,
};

describe('a FOCUS export, by the columns of the specification 1.2', () => {
  it('has every mandatory column, and others only with x_', () => {
    const present = Object.keys(rows[0]);
    const mandatory = columns.filter(({ level }) => level === 'Mandatory');
    expect(mandatory.length).toBeGreaterThan(15);
    expect(present).toEqual(
      expect.arrayContaining(mandatory.map(({ id }) => id)),
    );
    const known = new Set(columns.map(({ id }) => id));
    expect(
      present.filter(name => !known.has(name) && !name.startsWith('x_')),
    ).toEqual([]);
  });

  it.each(Object.keys(rows[0]).filter(name => !name.startsWith('x_')))(
    'has %s of the type, values and nullability it is to have',
    name => {
      const column = columns.find(({ id }) => id === name);
      for (const row of rows) {
        const value = row[name];
        if (value === '') expect(column?.nulls).toBe('True');
        else expect(value).toMatch(formats[column?.type ?? 'String']);
        if (value && column?.allowed.length)
          expect(column.allowed).toContain(value);
      }
    },
  );

  it('adds up, and says what each line is of', () => {
    expect(rows.map(row => row.EffectiveCost)).toEqual([
      '1.500001',
      '0.000002',
      '-0.000003',
    ]);
    expect(rows[0]).toMatchObject({
      ChargeDescription: 'Training of model =cmd|x, version 7',
      ChargePeriodStart: '2028-02-29T00:00:00Z',
      ChargePeriodEnd: '2028-03-01T00:00:00Z',
      BillingPeriodStart: '2028-02-01T00:00:00Z',
      BillingPeriodEnd: '2028-03-01T00:00:00Z',
      x_CpuCost: '1.500000',
      x_RoundingCost: '0.000001',
      SubAccountId: 'cc-42',
    });
    expect(JSON.parse(rows[0].Tags)).toEqual({
      'modelyard.io/model': '=cmd|x',
      'modelyard.io/model-version': '7',
      'modelyard.io/service': '@s',
      'modelyard.io/cost-center': 'cc-42',
    });
    expect(rows[2].BillingPeriodEnd).toBe('2029-01-01T00:00:00Z');
    expect(rows[1].Tags).toBe('{}');
  });

  it('has no cell that a spreadsheet runs', () => {
    const text = rows.flatMap(row =>
      Object.entries(row).filter(([name]) => !/Cost$|Quantity$/.test(name)),
    );
    expect(text.filter(([, value]) => /^[=+\-@\t]/.test(value))).toEqual([]);
    expect(rows[0].ResourceId).toBe("'@s");
  });
});
