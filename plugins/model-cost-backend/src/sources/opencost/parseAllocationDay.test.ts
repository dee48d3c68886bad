import { readRecorded } from '../../__testUtils__/recordedDays';
import { parseAllocationDay } from './parseAllocationDay';
import { parseNodeCost } from './parseNodeCost';

const day = '2026-11-13';
const window = { start: `${day}T00:00:00Z`, end: '2026-11-14T00:00:00Z' };

function answerOf(rows: Record<string, unknown>) {
  return { code: 200, status: 'success', data: [rows] };
}

function row(labels: object, more: object = {}) {
  return {
    window,
    properties: { cluster: 'eu1', pod: 'p', labels },
    totalCost: 1,
    cpuCost: 1,
    ...more,
  };
}

describe('parseAllocationDay', () => {
  it('reads a recorded day, rows without labels too', () => {
    const rows = parseAllocationDay(readRecorded('odd/day3-none.json'), day);
    expect(rows).toHaveLength(26);
    expect(rows.filter(r => r.kind === 'unmounted')).toHaveLength(1);
    const fraud = rows.filter(
      r => r.labels.get('modelyard_io_model') === 'fraud-detector',
    );
    expect(fraud).toHaveLength(7);
    expect(fraud[0]).toMatchObject({
      kind: 'workload',
      cluster: 'modelyard-eu1',
    });
  });

  it('adds parts and adjustments up to the total of every row', () => {
    for (const r of parseAllocationDay(
      readRecorded('days/2026-11-03.json.gz'),
      '2026-11-03',
    )) {
      const parts = Object.values(r.costs).reduce((sum, cost) => sum + cost, 0);
      expect(Math.abs(parts - r.totalCost)).toBeLessThanOrEqual(2e-5);
    }
  });

  it('takes names as data', () => {
    const names = ['null', 'constructor', '__proto__', '007', 'T-001'];
    const text = names
      .map(
        name =>
          `"${name}":${JSON.stringify(row({ modelyard_io_model: name }))}`,
      )
      .join(',');
    const rows = parseAllocationDay(
      JSON.parse(`{"code":200,"data":[{${text}}]}`),
      day,
    );
    expect(rows.map(r => r.labels.get('modelyard_io_model')).sort()).toEqual(
      [...names].sort(),
    );
  });

  it('takes a part that is null for none, not a total', () => {
    const parsed = parseAllocationDay(
      answerOf({ a: row({}, { gpuCost: null, pvs: null }) }),
      day,
    );
    expect(parsed[0].costs.gpu).toBe(0);
    expect(() =>
      parseAllocationDay(answerOf({ a: row({}, { totalCost: null }) }), day),
    ).toThrow(/row a, field totalCost/);
  });

  it.each(['window-equal', 'window-future'])(
    'has no rows for a day without samples (%s)',
    name => {
      expect(parseAllocationDay(readRecorded(`odd/${name}.json`), day)).toEqual(
        [],
      );
    },
  );

  it.each([
    ['pods-query-failed-model-idle', day, /__unallocated__ names no pod/],
    ['day3-model', day, /aggregated/],
    ['window-future-step-idle', day, /holds 2 windows/],
    ['window-open-day', '2026-11-21', /before the day was over/],
    ['day3-none', '2026-11-12', /not of 2026-11-12/],
  ])('refuses %s as %s', (name, asDay, message) => {
    expect(() =>
      parseAllocationDay(readRecorded(`odd/${name}.json`), asDay),
    ).toThrow(message);
  });

  it('refuses a day on which only idle was seen', () => {
    const idle = { window, end: window.end, totalCost: 1, cpuCost: 1 };
    expect(() => parseAllocationDay(answerOf({ __idle__: idle }), day)).toThrow(
      /only idle/,
    );
  });

  it('does not repeat what a failing server says', () => {
    const failed = { code: 500, data: null, message: 'Post http://10.0.0.1' };
    expect(() => parseAllocationDay(failed, day)).toThrow(/code 500\)$/);
    expect(() => parseAllocationDay('nonsense', day)).toThrow(
      'not an OpenCost /allocation answer',
    );
  });
});

describe('parseNodeCost', () => {
  it('adds up the nodes alone', () => {
    const assets = readRecorded('days/assets-2026-11-04.json.gz');
    expect(parseNodeCost(assets)).toBeCloseTo(334.31, 2);
    expect(parseNodeCost({ data: [{}] })).toBeUndefined();
    expect(() => parseNodeCost({ code: 500 })).toThrow('/assets');
  });
});
