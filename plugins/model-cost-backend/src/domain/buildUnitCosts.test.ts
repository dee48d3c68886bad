import { Amounts, noAmounts } from './amounts';
import { Attribution } from './attribution';
import { BookedUsage } from './bookUsage';
import { ShownRow } from './buildModelCost';
import { buildUnitCosts, UnitCostsGroupBy } from './buildUnitCosts';
import { completeUsage } from './completeUsage';
import { Measures } from './measures';

const days = ['2026-11-01', '2026-11-02', '2026-11-03'];

function row(
  day: string,
  total: number,
  attribution: Attribution = {},
  more: { amounts?: Partial<Amounts>; measures?: Measures } = {},
): ShownRow {
  return {
    day,
    attribution: { model: 'm', service: 's', ...attribution },
    amounts: { ...noAmounts(), cpu: total, total, ...more.amounts },
    measures: more.measures ?? {},
  };
}

function used(day: string, usage: Partial<BookedUsage>) {
  return { day, usage: { attribution: { service: 's' }, ...usage } };
}

function build(options: {
  rows: ShownRow[];
  usage: ReturnType<typeof used>[];
  costDays?: string[];
  usageDays?: string[];
  groupBy?: UnitCostsGroupBy;
}) {
  const { costDays = days, usageDays = days } = options;
  return buildUnitCosts({
    rows: options.rows,
    usage: completeUsage(options.usage, options.rows),
    groupBy: options.groupBy ?? 'none',
    costDays: new Set(costDays),
    usageDays: new Set(usageDays),
    minimumVolume: { requests: 1000, tokens: 100_000 },
  });
}

describe('buildUnitCosts', () => {
  it('adds up first and divides then, over quiet days too', () => {
    const [group] = build({
      rows: days.map(day => row(day, 3e6)),
      usage: [
        used(days[0], { requests: 5000, promptTokens: 1e6 }),
        used(days[1], { requests: 1000, generatedTokens: 5e5 }),
      ],
    });
    expect(group).toMatchObject({
      days: 3,
      cost: 9e6,
      requests: 6000,
      per1000Requests: { amount: 1.5e6, volume: 6000 },
      perMillionTokens: { amount: 6e6, volume: 1.5e6 },
    });
  });

  it('counts only days of which both are known', () => {
    const [group] = build({
      rows: days.map(day => row(day, 3e6)),
      usage: days.map(day => used(day, { requests: 1000 })),
      costDays: days.slice(1),
      usageDays: days.slice(0, 2),
    });
    expect(group).toMatchObject({
      days: 1,
      cost: 3e6,
      per1000Requests: { amount: 3e6, volume: 1000 },
    });
  });

  it.each([
    ['no_usage', [row(days[0], 1)], []],
    ['no_volume', [row(days[0], 1)], [used(days[0], { requests: 0 })]],
    ['below_minimum', [row(days[0], 1)], [used(days[0], { requests: 999 })]],
  ] as const)('says %s instead of an amount', (reason, rows, usage) => {
    const [group] = build({ rows: [...rows], usage: [...usage] });
    expect(group.per1000Requests).toMatchObject({ reason });
    expect(group.per1000Requests).not.toHaveProperty('amount');
  });

  it('leaves training out, and says that nothing was served', () => {
    const groups = build({
      rows: [row(days[0], 5, { activity: 'training' })],
      usage: [],
    });
    expect(groups).toEqual([]);
  });

  it('gives use to a version only where one ran behind the service', () => {
    const rows = [
      row(days[0], 4, { version: '1' }),
      row(days[1], 4, { version: '1' }),
      row(days[1], 8, { version: '2' }),
    ];
    const groups = build({
      rows,
      usage: [
        used(days[0], { requests: 2000 }),
        used(days[1], { requests: 3000 }),
      ],
      groupBy: 'version',
    });
    expect(groups.map(({ key, requests }) => [key, requests])).toEqual([
      ['1', 2000],
      ['2', undefined],
      ['__unallocated__', 3000],
    ]);
  });

  it('tells the worst day of latency, and the use of GPUs beside their cost', () => {
    const gpu = {
      amounts: { gpu: 6e6, total: 6e6 },
      measures: {
        gpuHours: 24e6,
        gpuHoursUsed: 3e6,
        gpuHoursMeasured: 24e6,
        gpuApproximate: 6e6,
      },
    };
    const rows = [row(days[0], 6e6, {}, gpu)];
    const [metered] = build({
      rows,
      usage: [
        used(days[0], { latencyP95: 200_000, gpuHoursUsed: 12e6 }),
        used(days[1], { latencyP95: 900_000 }),
      ],
    });
    expect(metered.latencySeconds).toEqual({ p95: 0.9 });
    expect(metered.gpu).toEqual({
      cost: 6e6,
      approximate: 6e6,
      hours: 24,
      hoursUsed: 12,
    });
    const [unmetered] = build({ rows, usage: [] });
    expect(unmetered.gpu?.hoursUsed).toBe(3);
  });
});
